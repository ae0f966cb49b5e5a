/** Terms of the European vocabularies that DCAT-AP 3 names. */

const AUTHORITY = 'http://publications.europa.eu/resource/authority/'

export const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#'
} as const

type Term = { '@id': string; '@type': string } & Record<string, unknown>

const term = (list: string, name: string, type: string, label?: string): Term => ({
  '@id': `${AUTHORITY}${list}/${name}`,
  '@type': type,
  ...(label ? { 'skos:prefLabel': { '@value': label, '@language': 'en' } } : {})
})

export const THEMES: Term = {
  '@id': `${AUTHORITY}data-theme`,
  '@type': 'skos:ConceptScheme',
  'dct:title': { '@value': 'Data theme', '@language': 'en' }
}
export const THEME: Term = {
  ...term('data-theme', 'GOVE', 'skos:Concept', 'Government and public sector'),
  'skos:inScheme': { '@id': THEMES['@id'] }
}
export const LANGUAGES: Term[] = ['ENG', 'FRA'].map(name => term('language', name, 'dct:LinguisticSystem'))
/** Releases come when there is something new to publish; nobody knows when the next does. */
export const IRREGULAR: Term = term('frequency', 'IRREG', 'dct:Frequency', 'irregular')
export const PUBLIC: Term = term('access-right', 'PUBLIC', 'dct:RightsStatement')

/** File types of the European list; other formats are told by their media type alone. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  'text/csv': 'CSV',
  'application/json': 'JSON',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS'
}

/** What a distribution says of its format: the European file type, and the IANA media type where it is registered. */
export const formatOf = (mediaType: string): { format?: Term; mediaType?: Term } => {
  const fileType = FILE_TYPES[mediaType]
  const registered = !mediaType.includes('/x-')
  return {
    ...(fileType ? { format: term('file-type', fileType, 'dct:MediaTypeOrExtent') } : {}),
    ...(registered
      ? {
          mediaType: {
            '@id': `https://www.iana.org/assignments/media-types/${mediaType}`,
            '@type': 'dct:MediaType'
          }
        }
      : {})
  }
}
