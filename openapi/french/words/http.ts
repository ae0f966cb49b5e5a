/** Headers, problems, and the state of the service. */

import { FRENCH } from '../../../src/http/errors/problem-words.ts'
import { PROBLEMS, type ProblemCode } from '../../../src/http/errors/problems.ts'
import type { Words } from '../../../src/i18n/words.ts'

const titleOf = (code: ProblemCode): Words => [`${PROBLEMS[code].title}.`, `${FRENCH[code].title}.`]

export const HTTP_WORDS: readonly Words[] = [
  // No operation answers with it: the document only has methods that there are.
  ...(Object.keys(PROBLEMS) as ProblemCode[]).filter(code => code !== 'method-not-allowed').map(titleOf),
  ['Version of the API (semantic versioning).', 'La version de l’API (versions sémantiques).'],
  ['Every origin may read.', 'Toute origine peut lire.'],
  ['How long the answer may be kept.', 'Combien de temps la réponse peut être conservée.'],
  ['Names this request in the log.', 'Nomme cette demande dans le journal.'],
  [
    'Requests left, and seconds until all are there again.',
    'Les demandes qui restent, et les secondes avant qu’elles soient toutes rendues.'
  ],
  [
    'Requests a client may make, and in how many seconds.',
    'Les demandes qu’un client peut faire, et en combien de secondes.'
  ],
  ['Changes whenever the bytes change.', 'Change dès que les octets changent.'],
  ['When the release was published.', 'Quand la version a été publiée.'],
  [
    'Neighbouring pages, other formats, dictionary, licence (RFC 8288).',
    'Pages voisines, autres formats, dictionnaire, licence (RFC 8288).'
  ],
  [
    'Rows in an export, known before its first byte.',
    'Le nombre de lignes d’un export, connu avant son premier octet.'
  ],
  ['SHA-256 of the whole file (RFC 9530).', 'SHA-256 du fichier entier (RFC 9530).'],
  ['Parts of the file can be asked for.', 'On peut demander des parties du fichier.'],
  [
    'The language of labels and explanations, where the answer holds any.',
    'La langue des libellés et des explications, si la réponse en contient.'
  ],
  ['Which bytes these are.', 'De quels octets il s’agit.'],
  ['The address with the id as we spell it.', 'L’adresse avec l’identifiant tel que nous l’écrivons.'],
  ['The id is spelt otherwise.', 'L’identifiant s’écrit autrement.'],
  ['Seconds to wait.', 'Les secondes à attendre.'],
  ['Nothing changed since the ETag that was sent.', 'Rien n’a changé depuis l’ETag envoyé.'],

  ['Why a request failed (RFC 9457).', 'Pourquoi une demande a échoué (RFC 9457).'],
  ['A page that explains this kind of problem.', 'Une page qui explique ce genre de problème.'],
  ['The kind of problem in a few words.', 'Le genre de problème en quelques mots.'],
  ['The HTTP status.', 'Le code d’état HTTP.'],
  ['What happened to this request.', 'Ce qui est arrivé à cette demande.'],
  [
    'This occurrence: the id of the request, as in Request-Id and in the log.',
    'Ce cas précis : l’identifiant de la demande, comme dans Request-Id et dans le journal.'
  ],
  [
    'The kind of problem for programs; it never changes.',
    'Le genre de problème, pour les programmes ; il ne change jamais.'
  ],
  ['Every fault that was found, all at once.', 'Tous les défauts trouvés, en une fois.'],
  ['One fault of the request.', 'Un défaut de la demande.'],
  ['The query parameter or header that is at fault.', 'Le paramètre ou l’en-tête en défaut.'],
  ['What is wrong with it.', 'Ce qui ne va pas.'],
  ['What is allowed instead.', 'Ce qui est admis.'],
  ['What was perhaps meant, the nearest first.', 'Ce que l’on voulait peut-être dire, le plus proche d’abord.'],
  ['The same as a page.', 'La même chose en page.'],
  [
    'Why this query has no result, where it is wrong.',
    'Pourquoi cette requête n’a pas de résultat, si elle est fautive.'
  ],
  ['Which problem it is.', 'De quel problème il s’agit.'],
  ['Any other problem.', 'Tout autre problème.'],

  ['State of the service', 'État du service'],
  [
    'Which release answers, and whether the database can be read.',
    'Quelle version répond, et si la base de données peut être lue.'
  ],
  ['How the service is.', 'L’état du service.'],
  ['Whether data can be read.', 'Si les données peuvent être lues.'],
  ['Version of the API.', 'La version de l’API.'],
  ['The newest release.', 'La version des données la plus récente.'],
  ['The day it speaks of.', 'Le jour dont elle parle.'],
  ['When it was published here.', 'Quand elle a été publiée ici.'],
  ['When this process started.', 'Quand ce processus a démarré.'],
  [
    'The release that answers, or that a file belongs to.',
    'La version qui répond, ou à laquelle appartient un fichier.'
  ],
  ['A descriptive file name.', 'Un nom de fichier descriptif.'],
  ['`{1}` {2}', '`{1}` {2}']
]
