import { defineCatalogue, defineForm } from '../../src/form/index.ts'

const same = (text: string) => ({ fr: text, en: text })
const choice = (code: string, label: string) => ({ code, label: same(label), attributes: {} })

/** Fields of every ownership, a repeat with a tab of its own, a workflow with a guard and a way back. */
const trial = defineForm({
  id: 'essai',
  title: same('Essai'),
  description: same('Essai'),
  prefix: 'ES',
  sheet: { tab: 'Essais', newRows: false },
  titleField: 'nom',
  fields: [
    { name: 'nom', type: 'text', label: same('Nom'), required: true },
    { name: 'tel', type: 'text', label: same('Téléphone') },
    { name: 'commentaire', type: 'text', label: same('Commentaire'), edit: 'both' },
    { name: 'lieu', type: 'text', label: same('Lieu'), edit: 'both' },
    { name: 'nombre', type: 'integer', label: same('Nombre'), edit: 'both', min: 0, max: 100 },
    { name: 'jour', type: 'date', label: same('Jour'), edit: 'both' },
    { name: 'region', type: 'select_one', choices: 'regions', label: same('Région'), edit: 'both' },
    {
      name: 'zones',
      type: 'repeat',
      label: same('Zones'),
      tab: 'Zones',
      fields: [
        { name: 'zone', type: 'text', label: same('Zone') },
        { name: 'detail', type: 'text', label: same('Détail'), edit: 'both' },
      ],
    },
  ],
  workflow: {
    initial: 'recue',
    states: [
      { code: 'recue', label: same('Reçue'), color: '#DCE9F5' },
      { code: 'verifiee', label: same('Vérifiée'), color: '#FFF2CC' },
      { code: 'validee', label: same('Validée'), color: '#E2F0D9' },
    ],
    transitions: [
      { from: ['recue'], to: 'verifiee', by: ['coordinator'] },
      {
        from: ['verifiee'],
        to: 'validee',
        by: ['coordinator'],
        guard: '${nombre} > 10',
        guard_message: same('Il faut un nombre au-dessus de 10.'),
      },
      { from: ['verifiee', 'validee'], to: 'recue', by: ['coordinator'] },
    ],
  },
})

/** Rows that the coordinator types become records here. */
const directory = defineForm({
  id: 'membre',
  title: same('Membre'),
  description: same('Membre'),
  prefix: 'ME',
  sheet: { tab: 'Membres', newRows: true },
  titleField: 'sigle',
  fields: [
    { name: 'sigle', type: 'text', label: same('Sigle'), required: true, edit: 'both' },
    { name: 'ville', type: 'text', label: same('Ville'), required: true, edit: 'both' },
  ],
  workflow: {
    initial: 'actif',
    states: [
      { code: 'actif', label: same('Actif'), color: '#DCE9F5' },
      { code: 'inactif', label: same('Inactif'), color: '#E7E6E6' },
    ],
    transitions: [
      { from: ['actif'], to: 'inactif', by: ['coordinator'] },
      { from: ['inactif'], to: 'actif', by: ['coordinator'] },
    ],
  },
})

export const lists = { regions: [choice('SN01', 'Dakar'), choice('SN02', 'Ziguinchor')] }
export const catalogue = defineCatalogue([trial, directory], lists)
