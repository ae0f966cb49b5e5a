/** Whether a value meets a condition, as `toWhere` asks PostgreSQL: for whoever holds the values already. */
import { type Alternative, type Condition, type Filter, isNumeric } from './filter.ts'

/** What a filter compares: one value, a list of them, or null where no source says. */
export type Value = string | number | boolean | readonly string[] | null

const isInRange = (filter: Filter, value: Value, { low, high }: { low?: string; high?: string }): boolean => {
  if (isNumeric(filter)) return !(low && Number(value) < Number(low)) && !(high && Number(value) > Number(high))
  const text = String(value)
  return !(low && text < low) && !(high && text.slice(0, high.length) > high)
}

const meets = (filter: Filter, value: Value, alternative: Alternative): boolean => {
  if (alternative === null || value === null) return value === alternative
  if (!('all' in alternative)) return isInRange(filter, value, alternative)
  const { all } = alternative
  if (Array.isArray(value)) return all.every(atom => value.includes(atom))
  return all.every(atom => (isNumeric(filter) ? Number(atom) === value : atom === String(value)))
}

/** A missing value meets a condition only where `null` asks for it; and it is none of any values. */
export const meetsCondition = (filter: Filter, { negated, alternatives }: Condition, value: Value): boolean =>
  negated !== alternatives.some(alternative => meets(filter, value, alternative))
