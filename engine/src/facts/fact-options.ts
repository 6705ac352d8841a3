import type { FactOption } from './fact-catalogue.ts';

/** A value with its English and Indonesian label. */
export function option(value: string, en: string, id: string): FactOption {
  return { value, label: { en, id } };
}

export const STATUSES = [
  option('new', 'New', 'Baru'),
  option('open', 'In progress', 'Dikerjakan'),
  option('pending', 'Waiting for customer', 'Menunggu pelanggan'),
  option('on-hold', 'Waiting for a third party', 'Menunggu pihak ketiga'),
  option('solved', 'Solved', 'Terselesaikan'),
  option('closed', 'Closed', 'Ditutup'),
];

export const PRIORITIES = [
  option('low', 'Low', 'Rendah'),
  option('normal', 'Normal', 'Biasa'),
  option('high', 'High', 'Tinggi'),
  option('urgent', 'Urgent', 'Mendesak'),
];

export const SEVERITIES = [
  option('minor', 'Minor', 'Ringan'),
  option('moderate', 'Moderate', 'Sedang'),
  option('major', 'Major', 'Berat'),
  option('critical', 'Critical', 'Kritis'),
];

export const SENTIMENTS = [
  option('negative', 'Negative', 'Negatif'),
  option('neutral', 'Neutral', 'Netral'),
  option('positive', 'Positive', 'Positif'),
];

export const CHANNEL_TYPES = [
  option('web', 'Web form', 'Formulir web'),
  option('email', 'E-mail', 'Surel'),
  option('chat', 'Live chat', 'Obrolan langsung'),
  option('whatsapp', 'WhatsApp', 'WhatsApp'),
  option('telegram', 'Telegram', 'Telegram'),
  option('phone', 'Phone', 'Telepon'),
  option('self-service', 'Self-service', 'Layanan mandiri'),
  option('api', 'API', 'API'),
];

/** The BCP 47 languages offered in pickers; other tags are just as valid. */
export const OFFERED_LANGUAGES: readonly FactOption[] = [
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

export const AUTHORS = [
  option('customer', 'Customer', 'Pelanggan'),
  option('agent', 'Agent', 'Agen'),
  option('bot', 'Bot', 'Bot'),
];

export const PRESENCES = [
  option('online', 'Online', 'Daring'),
  option('away', 'Away', 'Sedang pergi'),
  option('offline', 'Offline', 'Luring'),
];

export const SLA_STATES = [
  option('none', 'No target', 'Tanpa target'),
  option('running', 'Running', 'Berjalan'),
  option('paused', 'Paused', 'Dijeda'),
  option('atRisk', 'At risk', 'Berisiko'),
  option('fulfilled', 'Met', 'Terpenuhi'),
  option('breached', 'Missed', 'Terlewat'),
];
