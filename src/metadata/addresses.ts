/** Addresses of the pages and documents of this layer that stand outside the versioned paths. */

export const DATASETS_PATH = '/datasets'
export const API_CATALOG_PATH = '/.well-known/api-catalog'

/** The page about a dataset, for people. */
export const landingOf = (origin: string, name: string): string => `${origin}${DATASETS_PATH}/${name}`
