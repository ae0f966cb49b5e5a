/** Countries under the names that OGP's files have given them over the years. */

/** A name as it is compared: lower case, without accents; words and numbers parted by one blank. */
export const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** ISO 3166-1 alpha-2 codes by plain names that OGP's files have used and that are neither ISO's nor our own. */
export const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  usa: 'US',
  'united states of america': 'US',
  macedonia: 'MK',
  'north macedonia': 'MK',
  'republic of north macedonia': 'MK',
  fyrom: 'MK',
  'south korea': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  slovakia: 'SK',
  'slovak republic': 'SK',
  'czech republic': 'CZ',
  czechia: 'CZ',
  'cote d ivoire': 'CI',
  'ivory coast': 'CI',
  'cape verde': 'CV',
  'cabo verde': 'CV',
  'kyrgyz republic': 'KG',
  kyrgyzstan: 'KG',
  'republic of moldova': 'MD',
  tanzania: 'TZ',
  'united republic of tanzania': 'TZ',
  turkey: 'TR',
  turkiye: 'TR',
  russia: 'RU',
  'russian federation': 'RU',
  'bosnia herzegovina': 'BA',
  'the philippines': 'PH',
  'the netherlands': 'NL',
  'trinidad tobago': 'TT',
  'papua new guinea': 'PG',
  kosovo: 'XK'
}
