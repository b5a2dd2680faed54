import type { Answers } from '../../src/form/answers.ts'
import type { Catalogue } from '../../src/form/definition/index.ts'
import { defineCatalogue, defineForm } from '../../src/form/index.ts'
import type { StoredRecord } from '../../src/record/index.ts'

const same = (text: string) => ({ fr: text, en: text })

/** A form with every kind of column, a repeat with a tab of its own and one without; and one it refers to. */
const sheet = defineForm({
  id: 'essai',
  title: same('Essai'),
  description: same('Essai'),
  prefix: 'ES',
  sheet: { tab: 'Essais', newRows: false },
  titleField: 'nom',
  fields: [
    { name: 'nom', type: 'text', label: same('Nom'), hxl: '#activity+name' },
    { name: 'tel', type: 'text', label: same('Téléphone') },
    { name: 'nombre', type: 'integer', label: same('Nombre') },
    { name: 'jour', type: 'date', label: same('Jour') },
    { name: 'periode', type: 'partial_date', label: same('Période') },
    { name: 'heure', type: 'time', label: same('Heure') },
    {
      name: 'region',
      type: 'select_one',
      choices: 'regions',
      label: same('Région'),
      hxl: '#adm1+code',
      hxlLabel: '#adm1+name',
    },
    { name: 'themes', type: 'select_multiple', choices: 'themes', label: same('Thèmes') },
    { name: 'lieu', type: 'geopoint', label: same('Lieu'), hxl: '#geo+lat|#geo+lon' },
    { name: 'accord', type: 'acknowledge', label: same('Accord') },
    { name: 'acteurs', type: 'list', label: same('Acteurs') },
    { name: 'commentaire', type: 'text', multiline: true, label: same('Commentaire'), edit: 'both' },
    {
      name: 'membre',
      type: 'reference',
      reference: { form: 'membre', label: 'sigle', free: true },
      label: same('Membre'),
    },
    { name: 'avis', type: 'note', label: same('Un avis') },
    { name: 'cache', type: 'text', label: same('Caché'), mirrored: false },
    {
      name: 'zones',
      type: 'repeat',
      label: same('Zones'),
      tab: 'Zones',
      context: ['nom'],
      fields: [
        { name: 'zone', type: 'text', label: same('Zone') },
        { name: 'point', type: 'geopoint', label: same('Point') },
      ],
    },
    {
      name: 'criteres',
      type: 'repeat',
      label: same('Critères'),
      fields: [
        { name: 'critere', type: 'text', label: same('Critère') },
        { name: 'echeance', type: 'date', label: same('Échéance') },
      ],
    },
  ],
  workflow: {
    initial: 'recue',
    states: [
      { code: 'recue', label: { fr: 'Reçue', en: 'Received' }, color: '#DCE9F5' },
      { code: 'validee', label: { fr: 'Validée', en: 'Validated' }, color: '#E2F0D9' },
    ],
    transitions: [{ from: ['recue'], to: 'validee', by: ['coordinator'] }],
  },
})

const directory = defineForm({
  id: 'membre',
  title: same('Membre'),
  description: same('Membre'),
  prefix: 'ME',
  sheet: { tab: 'Membres', newRows: false },
  titleField: 'sigle',
  fields: [{ name: 'sigle', type: 'text', label: same('Sigle') }],
  workflow: {
    initial: 'actif',
    states: [{ code: 'actif', label: { fr: 'Actif', en: 'Active' }, color: '#DCE9F5' }],
    transitions: [],
  },
})

const choice = (code: string, label: string) => ({ code, label: same(label), attributes: {} })

export const lists = {
  regions: [choice('SN01', 'Dakar'), choice('SN02', 'Ziguinchor')],
  themes: [choice('retour', 'Retour et réintégration'), choice('enfants', 'Enfants et jeunes')],
}

export const catalogue: Catalogue = defineCatalogue([sheet, directory], lists)
export const form = sheet

/** 24 July 2018, 10:00 in Dakar. */
export const meetingTime = Date.UTC(2018, 6, 24, 10)

/** A record of the form, by its number. */
export function recordOf(
  number: number,
  answers: Answers,
  changes: Partial<StoredRecord> = {},
): StoredRecord {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    form: 'essai',
    number,
    reference: `ES-${String(number).padStart(4, '0')}`,
    status: 'recue',
    revision: 1,
    answers,
    coordination: { note: '', assignee: '' },
    locale: 'fr',
    createdAt: meetingTime,
    updatedAt: meetingTime,
    erasedAt: null,
    ...changes,
  }
}
