/** What the kinds of problems are called in French, and what can be done; the English is their definition. */
import type { ProblemCode } from './problems.ts'

export const FRENCH: Record<ProblemCode, { title: string; explanation: string }> = {
  'invalid-request': {
    title: 'La demande ne peut pas être comprise',
    explanation:
      'Un ou plusieurs paramètres sont inconnus ou ont une valeur qui n’est pas admise. Rien n’est jamais ignoré ni deviné. Voici tous les défauts à la fois, avec les valeurs admises et les noms les plus proches de ce qui a été envoyé.'
  },
  'not-found': {
    title: 'Il n’y a rien à cette adresse',
    explanation:
      'Le chemin ne nomme aucun jeu de données, ou l’identifiant aucune ligne de cette version. Une ligne qui a pris fin se trouve toujours dans la version à laquelle elle appartenait : ajoutez `release=`.'
  },
  'method-not-allowed': {
    title: 'Ce service est en lecture seule',
    explanation:
      'Seuls GET, HEAD et OPTIONS sont compris, ainsi que POST à /v1/reconcile et à /mcp, où il interroge et n’écrit rien. `Allow` les énumère.'
  },
  'not-acceptable': {
    title: 'Aucun des formats acceptés n’est disponible',
    explanation:
      'L’en-tête `Accept` ne correspond à aucun format de cette adresse. Sans cet en-tête, vous obtenez du JSON ; un suffixe (`.csv`) ou `format=csv` convient aussi.'
  },
  'request-timeout': {
    title: 'La demande est arrivée trop tard',
    explanation:
      'L’adresse et les en-têtes doivent arriver en 15 secondes, un corps en 30. La connexion a été fermée ; rien n’a été fait.'
  },
  gone: {
    title: 'Cette version a été retirée',
    explanation:
      'La version a existé et a été retirée par son éditeur. Elle reste dans la liste /v1/releases, avec la date de son retrait. Un curseur qui en provient prend fin lui aussi : recommencez à la première page.'
  },
  'precondition-failed': {
    title: 'Les données ne sont pas celles qui ont été désignées',
    explanation:
      '`If-Match` désigne d’autres octets que ceux d’aujourd’hui, ou ils ont changé après la date de `If-Unmodified-Since`. Refaites la demande sans cette condition, ou nommez la version voulue : `release=` dans l’adresse donne toujours les mêmes lignes.'
  },
  'payload-too-large': {
    title: 'Le corps de la demande est trop grand',
    explanation:
      'Ce service est en lecture seule. Seuls /v1/reconcile et /mcp acceptent un corps : un formulaire d’au plus 256 ko, avec au plus 50 requêtes ou 500 identifiants, et un message d’au plus 32 ko.'
  },
  'unsupported-media-type': {
    title: 'Le corps de la demande est d’un autre type',
    explanation:
      'Seuls /v1/reconcile et /mcp acceptent un corps : `application/x-www-form-urlencoded` pour le premier, `application/json` pour le second.'
  },
  'uri-too-long': {
    title: 'L’adresse est trop longue',
    explanation:
      'Les adresses peuvent avoir 16 ko avec les en-têtes. Demandez un intervalle, ou tout, et filtrez ensuite.'
  },
  'range-not-satisfiable': {
    title: 'Le fichier ne contient pas ces octets',
    explanation:
      'L’en-tête `Range` demande des octets au-delà de la fin du fichier. `Content-Range` dit combien il y en a.'
  },
  'too-many-requests': {
    title: 'Trop de demandes',
    explanation:
      '`RateLimit-Policy` dit combien de demandes un client peut faire en une minute, `RateLimit` combien il en reste, `Retry-After` combien de secondes attendre. Il est répondu à 32 demandes d’un même client à la fois. Un client en IPv6 est son réseau (/64). Un export (`.csv`, `.xlsx`, `.ndjson`) contient tout un jeu de données en une seule demande.'
  },
  'headers-too-large': {
    title: 'Les en-têtes de la demande sont trop grands',
    explanation: 'Les en-têtes et l’adresse peuvent avoir 16 ko en tout.'
  },
  'internal-error': {
    title: 'Le service a échoué',
    explanation:
      'La faute est de notre côté. Elle a été consignée sous l’`instance` de cette réponse ; merci de la signaler.'
  },
  'service-unavailable': {
    title: 'Le service ne peut pas répondre pour le moment',
    explanation:
      'La base de données est injoignable, trop d’exports sont en cours, ou le service s’arrête. `Retry-After` dit quand réessayer.'
  },
  'query-timeout': {
    title: 'La requête a pris trop de temps',
    explanation:
      'La requête a été arrêtée à sa limite de temps. Restreignez-la par un filtre, ou téléchargez un export et travaillez dessus.'
  }
}
