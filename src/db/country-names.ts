/** Countries under the names that OGP's files and other people's lists give them. */
import { createRequire } from 'node:module'

/** A name as it is compared: lower case, without accents; words and numbers parted by one blank. */
export const plainName = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Names that neither ISO, CLDR nor our own tables have, by ISO 3166-1 alpha-2 code. */
const FURTHER: { [code: string]: readonly string[] } = {
  AE: ['U.A.E.', 'Émirats arabes unis'],
  BA: ['Bosnia-Herzegovina', 'Bosnia & Herzegovina', 'Bosnia'],
  BO: ['Plurinational State of Bolivia', 'État plurinational de Bolivie'],
  BS: ['Commonwealth of the Bahamas'],
  CD: ['DRC', 'DR Congo', 'D.R. Congo', 'Congo, Dem. Rep.', 'Dem. Rep. Congo', 'Congo (Kinshasa)', 'Zaire', 'RDC'],
  CG: ['Congo, Rep.', 'Rep. Congo', 'Republic of Congo', 'Congo (Brazzaville)', 'République du Congo'],
  CI: ["Republic of Côte d'Ivoire"],
  CN: ["People's Republic of China", 'PRC', 'République populaire de Chine'],
  CV: ['Cabo Verde', 'Cape Verde', 'Republic of Cabo Verde', 'Cap-Vert'],
  CZ: ['Czechia', 'Czech Rep.', 'Tchéquie', 'République tchèque'],
  DE: ['Federal Republic of Germany'],
  DO: ['Dominican Rep.', 'République dominicaine'],
  EG: ['Egypt, Arab Rep.', 'Arab Republic of Egypt'],
  FM: ['Micronesia, Fed. Sts.', 'Federated States of Micronesia'],
  GB: ['UK', 'U.K.', 'Great Britain', 'United Kingdom of Great Britain and Northern Ireland', 'Royaume-Uni'],
  GM: ['Gambia, The'],
  HK: ['Hong Kong SAR, China'],
  IR: ['Iran, Islamic Rep.', "République islamique d'Iran"],
  KG: ['Kyrgyz Republic', 'Kirghizistan', 'Kirghizstan'],
  KP: ["Democratic People's Republic of Korea", "Korea, Dem. People's Rep.", 'DPRK'],
  KR: ['Korea', 'Korea, Rep.', 'République de Corée'],
  LA: ['Lao PDR', 'Laos', "Lao People's Democratic Republic"],
  LY: ['Libyan Arab Jamahiriya'],
  MD: ['Republic of Moldova', 'République de Moldova', 'Moldavie'],
  MK: [
    'Macedonia',
    'FYROM',
    'FYR Macedonia',
    'Macedonia, FYR',
    'The former Yugoslav Republic of Macedonia',
    'Republic of Macedonia',
    'Republic of North Macedonia',
    'Macédoine du Nord'
  ],
  MM: ['Burma', 'Birmanie', 'Myanmar'],
  MO: ['Macao SAR, China', 'Macau'],
  PG: ['Papua New Guinea'],
  PS: ['State of Palestine', 'West Bank and Gaza', 'Palestine'],
  SK: ['Slovakia', 'Slovak Republic', 'République slovaque'],
  SY: ['Syria', 'Syrian Arab Rep.'],
  SZ: ['Swaziland', 'eSwatini'],
  TL: ['East Timor', 'Timor Leste'],
  TT: ['Trinidad & Tobago'],
  TZ: ['United Rep. of Tanzania', 'République-Unie de Tanzanie'],
  US: ['United States', 'États-Unis'],
  VA: ['Holy See', 'Vatican', 'Vatican City'],
  VC: ['St. Vincent and the Grenadines'],
  VE: ['Venezuela, RB', 'Bolivarian Republic of Venezuela'],
  VN: ['Viet Nam', 'Viêt Nam'],
  XK: ['Kosovo', 'Republic of Kosovo'],
  YE: ['Yemen, Rep.']
}

/** Countries that call themselves so; "State of" is left out, since Georgia and Mexico are names of states too. */
const STYLED: { [style: string]: string } = {
  'Republic of':
    'AL AM AO AT AZ BG BI BJ BW BY CL CM CO CR CY DJ EC EE FI FJ GA GE GH GM GN GQ GT GW GY HN HR HT HU ID IE IN IQ IS IT KE KZ LR LT LV MG MH ML MN MT MU MV MW MZ NA NE NI PA PE PH PL PT PY RO RS RW SC SI SL SM SN SR TJ TN TR UG UZ VU ZM ZW ZA',
  'Kingdom of': 'BE BH BT DK ES KH LS MA NL NO SA SE SZ TH TO',
  'Federal Republic of': 'BR DE ET NG NP SO',
  'Islamic Republic of': 'AF IR MR PK'
}

// The package itself loads eighty languages.
const require = createRequire(import.meta.url)
const named = (locale: string): Record<string, string[]> => {
  const { countries } = require(`i18n-iso-countries/langs/${locale}.json`) as {
    countries: Record<string, string | string[]>
  }
  return Object.fromEntries(Object.entries(countries).map(([code, names]) => [code, [names].flat()]))
}

/** "Islamic Republic of Iran" as lists turn it round for sorting: "Iran, Islamic Republic of". */
const turned = (name: string): string[] => {
  const [, style, country] = /^(.+ of(?: the)?) (.+)$/i.exec(name) ?? []
  return style && country ? [`${country} ${style}`] : []
}

function* allNames(): Generator<readonly [name: string, code: string]> {
  const [english, french] = [named('en'), named('fr')]
  for (const [code, names] of [...Object.entries(english), ...Object.entries(french), ...Object.entries(FURTHER)]) {
    for (const name of names) for (const form of [name, ...turned(name)]) yield [form, code]
  }
  for (const [style, codes] of Object.entries(STYLED)) {
    for (const code of codes.split(' ')) {
      for (const name of english[code] ?? []) {
        const full = [`${style} ${name}`, `${style} the ${name}`]
        for (const form of [...full, ...full.flatMap(turned)]) yield [form, code]
      }
    }
  }
}

/** Codes by plain name; a name of two countries, such as "Congo", is of none. */
function unambiguous(): Record<string, string> {
  const codes = new Map<string, Set<string>>()
  for (const [name, code] of allNames()) {
    const key = plainName(name)
    codes.set(key, (codes.get(key) ?? new Set()).add(code))
  }
  return Object.fromEntries(
    [...codes].flatMap(([key, [code, ...others]]) => (code && !others.length ? [[key, code]] : []))
  )
}

/** ISO 3166-1 alpha-2 codes by the plain names of countries, in English and French, short and in full. */
export const COUNTRY_NAMES: Readonly<Record<string, string>> = unambiguous()
