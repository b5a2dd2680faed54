import type { Answers } from '../form/answers.ts'
import type { Catalogue, FieldInput, Form, Purpose } from '../form/definition/index.ts'
import { defineForm } from '../form/index.ts'
import type { Text } from '../form/text.ts'
import type { Settings } from './settings.ts'

/** The longest period that can be set, in months: fifty years. */
const mostMonths = 600

const texts: readonly (FieldInput & { readonly name: Exclude<keyof Settings, 'retention'> })[] = [
  {
    name: 'name',
    type: 'text',
    section: 'group',
    label: { fr: 'Nom du groupe', en: 'Name of the group' },
    hint: {
      fr: 'En français, tel que les pages, les messages, les documents et les exports le donnent.',
      en: 'In French, as pages, messages, documents and exports give it.',
    },
    maxLength: 120,
  },
  {
    name: 'short',
    type: 'text',
    section: 'group',
    label: { fr: 'Nom court', en: 'Short name' },
    hint: {
      fr: 'Entre crochets, il ouvre l’objet de chaque message.',
      en: 'In brackets, it opens the subject of every message.',
    },
    maxLength: 30,
  },
  {
    name: 'introduction',
    type: 'text',
    section: 'group',
    label: { fr: 'Présentation', en: 'Introduction' },
    hint: { fr: 'En tête de la page d’accueil, en français.', en: 'Heads the home page, in French.' },
    multiline: true,
    maxLength: 1500,
  },
  {
    name: 'controller',
    type: 'text',
    section: 'data',
    label: { fr: 'Responsable du traitement', en: 'Data controller' },
    hint: {
      fr: 'L’organisation qui répond des données personnelles, et son adresse.',
      en: 'The organisation that answers for personal data, and its address.',
    },
    multiline: true,
    maxLength: 300,
  },
  {
    name: 'contact',
    type: 'text',
    section: 'data',
    label: { fr: 'Contact pour les données personnelles', en: 'Contact about personal data' },
    hint: {
      fr: 'Une adresse, électronique ou postale, où écrire pour exercer ses droits.',
      en: 'An e-mail or postal address to write to about one’s rights.',
    },
    maxLength: 300,
  },
  {
    name: 'receipt',
    type: 'text',
    section: 'data',
    label: { fr: 'Numéro du récépissé de la CDP', en: 'Number of the CDP’s receipt' },
    hint: {
      fr: 'Donné par la Commission de protection des données personnelles après la déclaration.',
      en: 'Given by the Commission de protection des données personnelles after the declaration.',
    },
    maxLength: 60,
  },
]

/** Every purpose that a form of the catalogue has, once. */
const purposesOf = ({ forms }: Catalogue): readonly Purpose[] => [
  ...new Map(forms.flatMap(({ purposes }) => purposes).map((purpose) => [purpose.id, purpose])).values(),
]

const retentionName = ({ id }: Purpose): string => `retention_${id.replaceAll('-', '_')}`

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const retentionField = (purpose: Purpose): FieldInput => ({
  name: retentionName(purpose),
  type: 'integer',
  section: 'retention',
  label: { fr: sentence(purpose.title.fr), en: sentence(purpose.title.en) },
  hint: {
    fr: `En mois. Rien\u00a0: ${purpose.retention.months}, comme le dit le formulaire.`,
    en: `In months. Nothing: ${purpose.retention.months}, as the form says.`,
  },
  min: 1,
  max: mostMonths,
})

const quoted = ({ fr, en }: Text): Text => ({
  fr: `Rien\u00a0: «\u00a0${fr}\u00a0».`,
  en: `Nothing: “${en}”.`,
})

/** What the configuration says of a text that is not set. */
function standing({ group }: Catalogue, name: string): Text | null {
  switch (name) {
    case 'name':
    case 'introduction':
      return group && quoted(group[name])
    case 'short':
      return group && quoted({ fr: group.short, en: group.short })
    default:
      return null
  }
}

function withStanding(catalogue: Catalogue, field: FieldInput): FieldInput {
  const text = standing(catalogue, field.name)
  const { hint } = field
  return text && hint
    ? { ...field, hint: { fr: `${hint.fr} ${text.fr}`, en: `${hint.en} ${text.en}` } }
    : field
}

/** The settings as a form: they are asked, checked and compared as the answers of a record are. */
export const settingsForm = (catalogue: Catalogue): Form =>
  defineForm({
    id: 'settings',
    title: { fr: 'Réglages du groupe', en: 'Settings of the group' },
    description: { fr: '', en: '' },
    prefix: 'SET',
    submit: 'coordinator',
    sections: [
      { id: 'group', title: { fr: 'Le groupe', en: 'The group' } },
      { id: 'data', title: { fr: 'Données personnelles', en: 'Personal data' } },
      { id: 'retention', title: { fr: 'Durées de conservation', en: 'How long data are kept' } },
    ],
    fields: [
      ...texts.map((field) => withStanding(catalogue, field)),
      ...purposesOf(catalogue).map(retentionField),
    ],
    workflow: {
      initial: 'set',
      states: [{ code: 'set', label: { fr: '', en: '' }, color: '' }],
      transitions: [],
    },
    sheet: { tab: '', newRows: false },
    titleField: 'name',
  })

/** The settings as answers of that form; what is not set is not answered. */
export function answersOf(catalogue: Catalogue, settings: Settings): Answers {
  const set = texts.map(({ name }) => [name, settings[name]] as const).filter(([, text]) => text !== '')
  const periods = purposesOf(catalogue).flatMap((purpose) => {
    const months = settings.retention[purpose.id]
    return months === undefined ? [] : [[retentionName(purpose), months] as const]
  })
  return Object.fromEntries([...set, ...periods])
}

/** The settings that these answers are. A period that is the form's own is not set. */
export function settingsFrom(catalogue: Catalogue, answers: Answers): Settings {
  const text = (name: string) => String(answers[name] ?? '')
  const periods = purposesOf(catalogue).flatMap((purpose) => {
    const months = answers[retentionName(purpose)]
    return typeof months !== 'number' || months === purpose.retention.months ? [] : [[purpose.id, months]]
  })
  return {
    name: text('name'),
    short: text('short'),
    introduction: text('introduction'),
    controller: text('controller'),
    contact: text('contact'),
    receipt: text('receipt'),
    retention: Object.fromEntries(periods),
  }
}
