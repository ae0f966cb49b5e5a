/** The extent of an answer in words: which years are whole, which a selection, and whose totals these are. */

import type { Extent, Group } from '../engine/definition/wholes.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, type Words, wordsIn } from '../i18n/words.ts'

/** 2011, 2012 and 2013 are 2011–2013. */
export function yearsInWords(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && year === last[1] + 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}

/** Sentences for people; each can stand alone. */
export const extentInWords = (extent: Extent, groups: readonly Group[]): Words[] => {
  const french = sentencesIn('fr', extent, groups)
  return sentencesIn('en', extent, groups).map((sentence, at) => [sentence, french[at] ?? ''])
}

function sentencesIn(lang: Lang, extent: Extent, groups: readonly Group[]): string[] {
  const say = (words: Words) => wordsIn(words, lang)
  const { number } = SPEECH[lang]
  const at = lang === 'fr' ? 1 : 0
  const list = new Intl.ListFormat(lang, { type: 'conjunction' })
  const inWords = (some: readonly Group[], of: (group: Group) => Group['origin']) =>
    list.format([...new Set(some.flatMap(group => of(group)[at] ?? []))].sort())
  const quoted = ([en, fr]: Group['origin']) => [en && `“${en}”`, fr && `« ${fr} »`] as const
  const yearsOf = (some: readonly Group[]) => {
    const years = yearsInWords(some.flatMap(({ year }) => (year === null ? [] : [year])))
    return years ? ` (${years})` : ''
  }
  const { plans, whole_plans, empty_plans } = extent
  const [place] = groups
  const only = new Set(groups.map(group => group.place)).size === 1 ? place?.place_name[at] : undefined
  const subject = only ? `${only}${lang === 'fr' ? ' : ' : ': '}` : ''
  if (plans === 0)
    return [
      say([
        'No action plan that this asks about is in these data; a count of 0 says nothing of OGP’s.',
        'Aucun plan d’action visé ne figure dans ces données ; un total de 0 ne dit rien de celui du PGO.'
      ])
    ]
  const whole = groups.filter(group => group.whole === true)
  const some = groups.filter(group => group.whole === false)
  const none = groups.filter(group => group.whole === null)
  const notes: Words[] = []
  if (whole.length > 0) {
    const [of, ofFrench] =
      whole_plans === plans
        ? plans === 1
          ? ['all commitments of the action plan asked about', 'tous les engagements du plan d’action visé']
          : [
              `all commitments of the ${number(plans)} action plans asked about`,
              `tous les engagements des ${number(plans)} plans d’action visés`
            ]
        : [
            `all commitments of ${number(whole_plans)} of ${number(plans)} action plans`,
            `tous les engagements de ${number(whole_plans)} plans d’action sur ${number(plans)}`
          ]
    const from = inWords(whole, ({ origin }) => quoted(origin))
    notes.push([
      `Whole: ${subject}${of}${yearsOf(whole)} are here, as in ${from}.`,
      `Complet : ${subject}${ofFrench}${yearsOf(whole)} sont là, tels que dans ${from}.`
    ])
  }
  if (some.length > 0) {
    const count = plans - whole_plans - empty_plans
    const by = inWords(some, ({ selection }) => selection)
    notes.push([
      `A selection: ${subject}of ${number(count)} of ${number(plans)} action plans${yearsOf(some)} only ${by} are here; totals and shares over them are not OGP’s.`,
      `Une sélection : ${subject}de ${number(count)} plans d’action sur ${number(plans)}${yearsOf(some)} ne figurent que ${by} ; les totaux et les parts qui en tiennent compte ne sont pas ceux du PGO.`
    ])
  }
  if (none.length > 0)
    notes.push([
      `Missing: ${subject}of ${number(empty_plans)} of ${number(plans)} action plans${yearsOf(none)} no commitment is here.`,
      `Absent : ${subject}de ${number(empty_plans)} plans d’action sur ${number(plans)}${yearsOf(none)}, aucun engagement ne figure ici.`
    ])
  return notes.map(say)
}
