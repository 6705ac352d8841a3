/** Why a pattern cannot be read, in Indonesian, by the words the pattern's reader gives in English. */
export const PATTERN_REASONS: Readonly<Record<string, string>> = {
  'two groups have one name': 'dua kelompok bernama sama',
  'a group is not closed': 'ada kelompok yang tidak ditutup',
  'a range is the wrong way round': 'ada rentang yang terbalik',
  'unknown kind of group': 'jenis kelompok tidak dikenal',
  'a repetition is repeated': 'ada pengulangan yang diulang',
  'unknown escape': 'urutan garis miring tidak dikenal',
  'there is no such character': 'karakter itu tidak ada',
  'a repetition has a wrong number of times': 'jumlah pengulangan salah',
  'unknown class of Unicode': 'kelas Unicode tidak dikenal',
  'unexpected )': 'ada ) yang tidak pada tempatnya',
  'the pattern ends too early': 'pola berakhir terlalu awal',
  'the pattern repeats too much': 'pola mengulang terlalu banyak',
  'nothing to repeat': 'tidak ada yang diulang',
  'a class is not closed': 'ada kelas yang tidak ditutup',
  'unknown class of characters': 'kelas karakter tidak dikenal',
  'groups are nested too deep': 'kelompok bersarang terlalu dalam',
};
