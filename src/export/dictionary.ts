import type { Catalogue, ChoiceLists, Field, Form } from '../form/definition/index.ts'
import { findField, placedFields } from '../form/index.ts'
import { isVisible } from '../form/visibility.ts'
import { isMapped } from '../map/places.ts'
import { type Filled, type Table, tableOf } from './table.ts'
import { tagsOf } from './tags.ts'
import { type Level, mayBeTaken } from './taken.ts'

type Line = { readonly form: string; readonly field: string } & Partial<
  Readonly<Record<'label' | 'english' | 'type' | 'list' | 'hxl' | 'hxlLabel' | 'visibility' | 'hint', string>>
> & { readonly required?: string }

const column = (header: string, cell: (line: Line) => string | undefined): Filled<Line> => ({
  key: header,
  header,
  tag: null,
  cell: (line) => cell(line) ?? null,
})

const columns = [
  column('formulaire', ({ form }) => form),
  column('champ', ({ field }) => field),
  column('libelle_fr', ({ label }) => label),
  column('libelle_en', ({ english }) => english),
  column('type', ({ type }) => type),
  column('liste', ({ list }) => list),
  column('hxl', ({ hxl }) => hxl),
  column('hxl_libelle', ({ hxlLabel }) => hxlLabel),
  column('visibilite', ({ visibility }) => visibility),
  column('obligatoire', ({ required }) => required),
  column('aide', ({ hint }) => hint),
]

/** What each column of the exports means: the forms' fields, from their definitions, and those that are made. */
export function dictionary({ forms }: Catalogue, level: Level): Table {
  const lines = forms
    .filter((form) => mayBeTaken(form, level))
    .flatMap((form): readonly Line[] => [
      ...made(form).map(([field, label, english, type, hint]) => ({
        ...{ form: form.id, field, label, english, type, hint },
        visibility: 'public',
      })),
      ...shownFields(form, level).map(({ field, repeat }) => lineOf(form, field, repeat, level)),
    ])
  return tableOf('Dictionnaire', columns, lines)
}

/** The fields of a form that this level sees, where its rows are seen those of its rows. */
const shownFields = (form: Form, level: Level) =>
  placedFields(form).filter(
    ({ field, repeat }) => isVisible(field, level) && (repeat === null || isVisible(repeat, level)),
  )

function lineOf(form: Form, field: Field, repeat: Field | null, level: Level): Line {
  const { name, label, type, choices, visibility, required, hint } = field
  const published = publishedOf(form, field)
  const help = [published, hint?.fr ?? ''].filter((text) => text !== '').join(' ')
  const tags = tagsOf(field)
  return {
    form: form.id,
    field: repeat ? `${repeat.name}/${name}` : name,
    label: label.fr,
    english: label.en,
    type,
    visibility: level === 'public' ? 'public' : visibility,
    required: required === null ? 'non' : required.source === 'true()' ? 'oui' : `si ${required.source}`,
    ...(choices !== null && { list: choices }),
    ...((tags.code ?? tags.label) !== null && { hxl: tags.code ?? tags.label ?? '' }),
    ...(tags.code !== null && tags.label !== null && { hxlLabel: tags.label }),
    ...(help !== '' && { hint: help }),
  }
}

/** What of a personal answer everyone is given, where that is not all of it; '' for any other. */
function publishedOf(form: Form, { data }: Field): string {
  const publish = data?.publish ?? 'never'
  if (publish === 'initials') return 'Pour tous : les initiales seules.'
  if (typeof publish === 'string') return ''
  return `Pour tous : où « ${findField(form, publish.agreed)?.label.fr ?? publish.agreed} » est coché.`
}

/** The columns that no field is asked for: name, labels, type, what they say. */
const made = (form: Form): readonly (readonly [string, string, string, string, string])[] => [
  ['id', 'ID', 'Reference', 'text', 'Référence de la fiche : la même dans tous les fichiers.'],
  ['statut', 'Statut', 'Status', 'text', 'Où en est la fiche.'],
  ['recue_le', 'Reçue le', 'Received', 'date', 'Jour où la fiche a été reçue.'],
  ['modifiee_le', 'Modifiée le', 'Changed', 'date', 'Jour de la dernière modification de la fiche.'],
  ...(form.fields.some(({ type }) => type === 'repeat')
    ? ([
        ['ligne', 'N°', 'No.', 'integer', 'Numéro de la ligne dans la fiche, pour les tableaux répétés.'],
      ] as const)
    : []),
  ...(isMapped(form)
    ? ([
        [
          'zone',
          'Zone',
          'Area',
          'text',
          'HXL seulement : la fiche et le numéro de sa zone, comme l’identifiant du GeoJSON. Un projet national a une ligne par région. Les nombres, qui portent sur tout le projet, ne sont que sur sa première ligne : la colonne peut s’additionner.',
        ],
        ['pays_code', 'Pays (code)', 'Country (code)', 'text', 'HXL seulement : code ISO 3166-1 alpha-3.'],
        ['pays_nom', 'Pays', 'Country', 'text', 'HXL seulement.'],
        [
          'precision',
          'Précision',
          'Precision',
          'text',
          'GeoJSON seulement : « point » (coordonnées données), « departement » ou « region » (un point du département ou de la région), « pays » (tout le pays, sans point), vide (nulle part sur la carte).',
        ],
      ] as const)
    : []),
]

/** The choices of the lists that these forms draw on, with their attributes. */
export function choiceTable({ forms, lists }: Catalogue, level: Level): Table {
  const used = new Set(
    forms
      .filter((form) => mayBeTaken(form, level))
      .flatMap((form) => shownFields(form, level).map(({ field }) => field.choices)),
  )
  const choices = Object.entries(lists satisfies ChoiceLists)
    .filter(([list]) => used.has(list))
    .flatMap(([list, all]) => all.map((choice) => ({ list, ...choice })))
  type Line = (typeof choices)[number]
  const attributes = [...new Set(choices.flatMap((choice) => Object.keys(choice.attributes)))].sort()
  const plain = (header: string, cell: (line: Line) => string | undefined): Filled<Line> => ({
    ...{ key: header, header, tag: null },
    cell: (line) => cell(line) ?? null,
  })
  return tableOf(
    'Listes',
    [
      plain('liste', ({ list }) => list),
      plain('code', ({ code }) => code),
      plain('libelle_fr', ({ label }) => label.fr),
      plain('libelle_en', ({ label }) => label.en),
      ...attributes.map((name) => plain(name, (line) => line.attributes[name])),
    ],
    choices,
  )
}
