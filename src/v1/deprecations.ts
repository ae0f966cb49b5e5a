/** What of version 1 will go, and when; nothing goes within two years of being listed here. */
import type { Deprecated } from '../http/headers/deprecation.ts'

export const DEPRECATED: readonly Deprecated[] = []
