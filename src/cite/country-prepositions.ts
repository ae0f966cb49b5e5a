/** Names of countries and continents behind "of" and "in", with the article that English and French want. */
import type { Lang } from '../i18n/words.ts'

const ENGLISH_THE =
  /^(United|Netherlands|Caribbean|Philippines|Bahamas|Gambia|Maldives|Comoros|Central African|Palestinian|Isle)|Islands|Republic/

/** « des » */
const PLURAL =
  /^(Îles|États|Territoires|Samoa américaines|Bahamas|Bermudes|Comores|Émirats|Fidji|Maldives|Palaos|Pays-Bas|Philippines|Seychelles)/
/** « de » without an article. */
const BARE =
  /^(Andorre|Anguilla|Antigua|Aruba|Bahreïn|Chypre|Cuba|Curaçao|Djibouti|El Salvador|Gibraltar|Guam|Guernesey|Haïti|Israël|Jersey|Kiribati|La Réunion|Madagascar|Malte|Maurice|Mayotte|Monaco|Montserrat|Nauru|Niue|Oman|Porto Rico|Saint-|Sainte-|Sao Tomé|Singapour|Taïwan|Tokélaou|Tonga|Trinité|Tuvalu|Wallis)/
/** Masculine although the first word ends in e, and feminine although it does not. */
const MASCULINE = /^(Belize|Cambodge|Mexique|Mozambique|Royaume|Suriname|Zimbabwe)/
const FEMININE = /^(Sierra Leone|R\.A\.S\.)/
const VOWEL = /^[AEIOU]/

/** Without accents. */
export const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')

const inFrench = (name: string): string => {
  if (PLURAL.test(name)) return `des ${name}`
  if (BARE.test(name)) return VOWEL.test(plain(name)) || name.startsWith('Haï') ? `d’${name}` : `de ${name}`
  if (VOWEL.test(plain(name))) return `de l’${name}`
  const [head = ''] = name.split(/[ -]/)
  const feminine = FEMININE.test(name) || (/[eé]e?$/.test(head) && !MASCULINE.test(name))
  return feminine ? `de la ${name}` : `du ${name}`
}

/** "of Chile", "of the Netherlands"; « du Chili », « des Pays-Bas », « de l’Italie ». */
export const ofPlace = (name: string, lang: Lang): string =>
  lang === 'fr' ? inFrench(name) : `of ${ENGLISH_THE.test(name) ? 'the ' : ''}${name}`

/** "in Africa", "in the Americas"; « en Afrique », « dans les Amériques ». */
export const inContinent = (name: string, lang: Lang): string => {
  const plural = /^(Americas|Amériques)$/.test(name)
  return lang === 'fr' ? `${plural ? 'dans les' : 'en'} ${name}` : `in ${plural ? 'the ' : ''}${name}`
}
