import { THEME_SCHEMES } from '../db/codes.ts'
import { theme_tags as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Theme tag', 'Étiquette'], ['Taxonomy and tag.', 'Taxonomie et étiquette.']),
  theme: id(
    table.theme,
    ['Theme', 'Thème'],
    ['Theme that the tag belongs to: an id of /themes.', 'Thème dont relève l’étiquette : un identifiant de /themes.']
  ),
  scheme: code(
    table.scheme,
    THEME_SCHEMES,
    ['Taxonomy', 'Taxonomie'],
    ['Taxonomy that the tag is part of.', 'Taxonomie dont l’étiquette fait partie.'],
    'scheme'
  ),
  tag: text(
    table.tag,
    ['Tag', 'Étiquette'],
    ['The tag as the taxonomy spells it.', 'L’étiquette telle que la taxonomie l’écrit.']
  ),
  column_name: text(
    nullable(table.column_name),
    ['Column in the file', 'Colonne du fichier'],
    [
      'Name of the tag’s column in OGP’s file; null for tags of web pages.',
      'Nom de la colonne de l’étiquette dans le fichier du PGO ; vide (null) pour celles des pages web.'
    ]
  ),
  position: integer(
    nullable(table.position),
    ['Position', 'Position'],
    [
      'Place of the tag in the taxonomy, counted from 1; null for tags of web pages.',
      'Place de l’étiquette dans la taxonomie, à partir de 1 ; vide (null) pour celles des pages web.'
    ]
  ),
  tag_group: text(
    nullable(table.tag_group),
    ['Group', 'Groupe'],
    [
      'Group or top-level area that the tag stands in; null where the taxonomy has none for it.',
      'Groupe ou domaine de premier niveau de l’étiquette ; vide (null) si la taxonomie n’en a pas pour elle.'
    ]
  ),
  group_basis: text(
    nullable(table.group_basis),
    ['Basis of the group', 'Base du groupe'],
    [
      'How the group is known: from the file itself, or from the rows that carry the tag.',
      'Comment le groupe est connu : par le fichier même ou par les lignes qui portent l’étiquette.'
    ]
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'theme-tags',
  title: ['Theme tags', 'Étiquettes thématiques'],
  typeName: 'ThemeTag',
  row: ['a theme tag', 'une étiquette thématique'],
  description: [
    'The crosswalk from every tag of OGP’s taxonomies of 2013, 2015, 2016, 2024 and of its web pages to our themes. Which tags mean the same is our judgement, explained in the notes; OGP has published no such table that we know of.',
    'La correspondance entre chaque étiquette des taxonomies du PGO de 2013, 2015, 2016, 2024 et de ses pages web et nos thèmes. Le rapprochement des étiquettes relève de notre jugement, expliqué dans les remarques ; à notre connaissance, le PGO n’a publié aucun tableau de ce genre.'
  ],
  table,
  fields,
  filters: {
    theme: equals(fields.theme, ['Themes that the tags belong to.', 'Thèmes dont relèvent les étiquettes.'], {
      references: 'themes'
    }),
    scheme: equals(fields.scheme, ['Taxonomies.', 'Taxonomies.'])
  },
  sort: ['scheme', 'position']
})
