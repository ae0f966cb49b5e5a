/** The coding of a commitment across the editions that read it, where the columns of a reading are of one alone. */

import { type SQL, sql } from 'drizzle-orm'
import { CODED, type Coded, type ColumnOf, completionOf, starredOf, starsOf, valuesOf } from '../db/schema/coding.ts'
import { irm_readings as table } from '../db/schema/commitments.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Words } from '../i18n/words.ts'

/** What the newest edition says; where it leaves the column empty, what the newest of the older ones says. */
const newest: ColumnOf = column => {
  const type = sql.raw(table[column].getSQLType())
  return sql`coalesce(${table[column]}, (${table.earlier} ->> ${sql.raw(`'${column}'`)})::${type})`
}

const FORMULAS = { values: valuesOf, completion: completionOf, stars: starsOf, starred: starredOf } as const
type Formula = keyof typeof FORMULAS

function expressionOf(column: string): SQL | undefined {
  if ((CODED as readonly string[]).includes(column)) return newest(column as Coded)
  if (!(column in FORMULAS)) return undefined
  const name = column as Formula
  return sql`(case when ${table.earlier} is null then ${table[name]} else ${FORMULAS[name](newest)} end)`
}

const MEANINGS: { readonly [column: string]: Words } = {
  edition: [
    'The newest edition of the IRM’s data that codes it: an id of /editions. What that edition does not cover is kept from the newest one that does; /irm-readings has each by itself.',
    'L’édition la plus récente des données du MEI qui le code : un identifiant de /editions. Ce que cette édition ne couvre pas est repris de la plus récente qui le couvre ; /irm-readings donne chacune à part.'
  ],
  stars: [
    'The formulas under which the IRM gave it a star; a question about stars must name one. A formula that the newest edition does not cover is kept from the newest one that does.',
    'Les formules selon lesquelles le MEI lui a donné une étoile ; toute question sur les étoiles doit en nommer une. Une formule que l’édition la plus récente ne couvre pas est reprise de la plus récente qui la couvre.'
  ],
  starred: [
    'A star under any formula, or on its OGP page, each by the newest edition that covers it; null where no source says.',
    'Une étoile selon l’une des formules, ou sur sa page du PGO, chacune d’après l’édition la plus récente qui la couvre ; vide (null) si aucune source ne le dit.'
  ],
  starred_pre_june_2014: [
    'Relevant, moderate or transformative, substantial or complete; reports before June 2014. OGP’s database of 2024 no longer covers it: the older edition counts.',
    'Pertinent, impact modéré ou transformateur, achèvement substantiel ou total ; rapports d’avant juin 2014. La base du PGO de 2024 ne la couvre plus : l’édition plus ancienne compte.'
  ]
}

/** The columns of a reading, read across editions. */
export function acrossEditions<C extends { readonly [column: string]: Field }>(columns: C): C {
  const read = Object.entries(columns).map(([name, field]) => [
    name,
    { ...field, value: expressionOf(name) ?? field.value, meaning: MEANINGS[name] ?? field.meaning }
  ])
  return Object.fromEntries(read) as C
}
