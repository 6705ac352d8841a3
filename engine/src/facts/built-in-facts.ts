import type { FactDefinition, FactOption } from './fact-catalogue.ts';

/** A value with its English and Indonesian label. */
function option(value: string, en: string, id: string): FactOption {
  return { value, label: { en, id } };
}

const STATUSES = [
  option('new', 'New', 'Baru'),
  option('open', 'In progress', 'Dikerjakan'),
  option('pending', 'Waiting for customer', 'Menunggu pelanggan'),
  option('on-hold', 'Waiting for a third party', 'Menunggu pihak ketiga'),
  option('solved', 'Solved', 'Terselesaikan'),
  option('closed', 'Closed', 'Ditutup'),
];

const PRIORITIES = [
  option('low', 'Low', 'Rendah'),
  option('normal', 'Normal', 'Biasa'),
  option('high', 'High', 'Tinggi'),
  option('urgent', 'Urgent', 'Mendesak'),
];

const SEVERITIES = [
  option('minor', 'Minor', 'Ringan'),
  option('moderate', 'Moderate', 'Sedang'),
  option('major', 'Major', 'Berat'),
  option('critical', 'Critical', 'Kritis'),
];

const SENTIMENTS = [
  option('negative', 'Negative', 'Negatif'),
  option('neutral', 'Neutral', 'Netral'),
  option('positive', 'Positive', 'Positif'),
];

const CHANNEL_TYPES = [
  option('web', 'Web form', 'Formulir web'),
  option('email', 'E-mail', 'Surel'),
  option('chat', 'Live chat', 'Obrolan langsung'),
  option('whatsapp', 'WhatsApp', 'WhatsApp'),
  option('telegram', 'Telegram', 'Telegram'),
  option('phone', 'Phone', 'Telepon'),
  option('self-service', 'Self-service', 'Layanan mandiri'),
  option('api', 'API', 'API'),
];

const LANGUAGES = [
  option('id', 'Indonesian', 'Indonesia'),
  option('en', 'English', 'Inggris'),
  option('ms', 'Malay', 'Melayu'),
  option('jv', 'Javanese', 'Jawa'),
  option('su', 'Sundanese', 'Sunda'),
  option('zh', 'Chinese', 'Tionghoa'),
  option('ja', 'Japanese', 'Jepang'),
  option('ko', 'Korean', 'Korea'),
  option('th', 'Thai', 'Thai'),
  option('vi', 'Vietnamese', 'Vietnam'),
  option('tl', 'Tagalog', 'Tagalog'),
  option('hi', 'Hindi', 'Hindi'),
  option('ar', 'Arabic', 'Arab'),
  option('de', 'German', 'Jerman'),
  option('es', 'Spanish', 'Spanyol'),
  option('fr', 'French', 'Prancis'),
  option('pt', 'Portuguese', 'Portugis'),
];

const AUTHORS = [
  option('customer', 'Customer', 'Pelanggan'),
  option('agent', 'Agent', 'Agen'),
  option('bot', 'Bot', 'Bot'),
];

/** The BCP 47 languages offered in pickers; other tags are just as valid. */
export const OFFERED_LANGUAGES: readonly FactOption[] = LANGUAGES;

/** The facts of every workspace, in the order pickers list them. Labels read well in the middle of a sentence. */
export const BUILT_IN_FACTS: readonly FactDefinition[] = [
  { fact: 'ticket.number', type: 'number', label: { en: 'ticket number', id: 'nomor tiket' }, group: 'ticket' },
  {
    fact: 'ticket.subject',
    type: 'text',
    label: { en: 'subject', id: 'subjek' },
    group: 'ticket',
    isTracked: true,
  },
  {
    fact: 'ticket.status',
    type: 'option',
    label: { en: 'status', id: 'status' },
    group: 'ticket',
    options: STATUSES,
    isSettable: true,
    isTracked: true,
  },
  {
    fact: 'ticket.priority',
    type: 'option',
    label: { en: 'priority', id: 'prioritas' },
    group: 'ticket',
    options: PRIORITIES,
    isSettable: true,
    isTracked: true,
  },
  {
    fact: 'ticket.severity',
    type: 'option',
    label: { en: 'severity', id: 'tingkat keparahan' },
    group: 'ticket',
    options: SEVERITIES,
    isSettable: true,
    isTracked: true,
  },
  {
    fact: 'ticket.level',
    type: 'number',
    label: { en: 'support level', id: 'tingkat dukungan' },
    group: 'ticket',
    isSettable: true,
    isTracked: true,
    range: { least: 1, most: 5 },
  },
  {
    fact: 'ticket.category',
    type: 'option',
    label: { en: 'category', id: 'kategori' },
    group: 'ticket',
    isOpen: true,
    isSettable: true,
    isTracked: true,
  },
  {
    fact: 'ticket.tags',
    type: 'set',
    label: { en: 'tags', id: 'tag' },
    group: 'ticket',
    isOpen: true,
    isTracked: true,
  },
  {
    fact: 'ticket.language',
    type: 'option',
    label: { en: 'language', id: 'bahasa' },
    group: 'ticket',
    options: LANGUAGES,
    isOpen: true,
    isSettable: true,
    isTracked: true,
  },
  {
    fact: 'ticket.sentiment',
    type: 'option',
    label: { en: 'sentiment', id: 'sentimen' },
    group: 'ticket',
    options: SENTIMENTS,
    isTracked: true,
  },
  {
    fact: 'ticket.channel',
    type: 'reference',
    label: { en: 'channel', id: 'kanal' },
    group: 'ticket',
    reference: 'channel',
  },
  {
    fact: 'ticket.channelType',
    type: 'option',
    label: { en: 'channel type', id: 'jenis kanal' },
    group: 'ticket',
    options: CHANNEL_TYPES,
    isOpen: true,
  },
  {
    fact: 'ticket.queue',
    type: 'reference',
    label: { en: 'queue', id: 'antrean' },
    group: 'ticket',
    reference: 'queue',
    isTracked: true,
  },
  {
    fact: 'ticket.team',
    type: 'reference',
    label: { en: 'team', id: 'tim' },
    group: 'ticket',
    reference: 'team',
    isTracked: true,
  },
  {
    fact: 'ticket.assignee',
    type: 'reference',
    label: { en: 'assignee', id: 'penanggung jawab' },
    group: 'ticket',
    reference: 'agent',
    isTracked: true,
  },
  { fact: 'ticket.age', type: 'duration', label: { en: 'age', id: 'umur tiket' }, group: 'ticket' },
  { fact: 'ticket.waitingTime', type: 'duration', label: { en: 'waiting time', id: 'waktu tunggu' }, group: 'ticket' },
  {
    fact: 'ticket.reopenCount',
    type: 'number',
    label: { en: 'number of reopenings', id: 'jumlah dibuka kembali' },
    group: 'ticket',
  },
  {
    fact: 'ticket.transferCount',
    type: 'number',
    label: { en: 'number of transfers', id: 'jumlah pengalihan' },
    group: 'ticket',
  },
  {
    fact: 'ticket.replyCount',
    type: 'number',
    label: { en: 'number of replies', id: 'jumlah balasan' },
    group: 'ticket',
  },
  { fact: 'contact.name', type: 'text', label: { en: 'customer name', id: 'nama pelanggan' }, group: 'contact' },
  { fact: 'contact.email', type: 'text', label: { en: 'customer e-mail', id: 'surel pelanggan' }, group: 'contact' },
  {
    fact: 'contact.tags',
    type: 'set',
    label: { en: 'customer tags', id: 'tag pelanggan' },
    group: 'contact',
    isOpen: true,
  },
  { fact: 'contact.isVip', type: 'boolean', label: { en: 'VIP customer', id: 'pelanggan VIP' }, group: 'contact' },
  {
    fact: 'contact.language',
    type: 'option',
    label: { en: 'customer language', id: 'bahasa pelanggan' },
    group: 'contact',
    options: LANGUAGES,
    isOpen: true,
  },
  {
    fact: 'contact.country',
    type: 'option',
    label: { en: 'customer country', id: 'negara pelanggan' },
    group: 'contact',
    isOpen: true,
  },
  {
    fact: 'contact.openTickets',
    type: 'number',
    label: { en: "customer's open tickets", id: 'tiket terbuka pelanggan' },
    group: 'contact',
  },
  { fact: 'message.text', type: 'text', label: { en: 'message text', id: 'isi pesan' }, group: 'message' },
  { fact: 'message.length', type: 'number', label: { en: 'message length', id: 'panjang pesan' }, group: 'message' },
  {
    fact: 'message.isFirst',
    type: 'boolean',
    label: { en: 'first message', id: 'pesan pertama' },
    group: 'message',
  },
  {
    fact: 'message.author',
    type: 'option',
    label: { en: 'message author', id: 'penulis pesan' },
    group: 'message',
    options: AUTHORS,
  },
  { fact: 'time.now', type: 'instant', label: { en: 'current time', id: 'waktu sekarang' }, group: 'time' },
];
