import type { FieldInput } from '../src/form/definition/index.ts'
import { defineForm } from '../src/form/index.ts'
import { glossary } from './glossary.ts'

const fields: readonly FieldInput[] = [
  {
    name: 'terme',
    type: 'text',
    label: { fr: 'Terme retenu', en: 'Preferred term' },
    required: true,
    maxLength: 160,
    edit: 'both',
  },
  {
    name: 'a_eviter',
    type: 'list',
    label: { fr: 'Termes à éviter', en: 'Terms to avoid' },
    hint: { fr: 'Un terme par ligne.', en: 'One term per line.' },
  },
  {
    name: 'definition',
    type: 'text',
    multiline: true,
    label: {
      fr: 'Définition courte (formulation du groupe)',
      en: 'Short definition',
    },
    maxLength: 1000,
    hxl: '#description+i_fr',
  },
  {
    name: 'source_url',
    type: 'text',
    format: 'url',
    label: { fr: 'Source', en: 'Source' },
    maxLength: 300,
    hxl: '#meta+url',
  },
]

/** A term the group agreed to use, and those it would rather not read. */
export const terme = defineForm({
  id: 'terme',
  title: { fr: 'Terme harmonisé', en: 'Agreed term' },
  description: {
    fr: 'Les mots que le groupe retient pour parler de la migration, et ceux qu’il évite.',
    en: 'The words the group uses about migration, and those it avoids.',
  },
  prefix: 'LX',
  submit: 'anyone',
  titleField: 'terme',
  sheet: { tab: 'Lexique', newRows: true },
  publication: { states: ['adopte'], field: null, reread: 'propose' },
  fields,
  glossary: {
    preferred: 'terme',
    avoid: 'a_eviter',
    definition: 'definition',
    source: 'source_url',
    states: ['adopte'],
    starting: glossary,
  },
  workflow: {
    initial: 'propose',
    states: [
      { code: 'propose', label: { fr: 'Proposé', en: 'Proposed' }, color: '#DCE9F5' },
      { code: 'adopte', label: { fr: 'Adopté', en: 'Adopted' }, color: '#C6E0B4' },
    ],
    transitions: [
      { from: ['propose'], to: 'adopte', by: ['coordinator'] },
      { from: ['adopte'], to: 'propose', by: ['coordinator'] },
    ],
  },
})
