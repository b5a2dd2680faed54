import { choice } from './choice.ts'

/**
 * What a project is about. `rt`: the thematic meetings of the 2018 plan it comes from; `iati`: DAC sector codes
 * (IATI); `pacte`: objectives of the Global Compact for Migration (1 to 23).
 */
export const themes = [
  choice('retour', 'Retour et réintégration', 'Return and reintegration', {
    rt: '4',
    iati: '15190',
    pacte: '21',
  }),
  choice(
    'sensibilisation',
    'Sensibilisation et information sur les risques de la migration irrégulière',
    'Awareness raising on the risks of irregular migration',
    { rt: '7', iati: '15190', pacte: '3' },
  ),
  choice(
    'protection',
    'Protection et assistance aux migrants en situation de vulnérabilité',
    'Protection and assistance to migrants in vulnerable situations',
    { rt: '4', iati: '15190 72010', pacte: '7 15' },
  ),
  choice('enfants', 'Enfants et jeunes en mobilité', 'Children and youth on the move', {
    rt: '5',
    iati: '16015',
    pacte: '7',
  }),
  choice(
    'traite',
    'Lutte contre la traite des personnes et le trafic illicite de migrants',
    'Counter-trafficking and counter-smuggling',
    { rt: '2', iati: '15190', pacte: '9 10' },
  ),
  choice(
    'formation_emploi',
    'Formation professionnelle, emploi et entrepreneuriat',
    'Vocational training, employment and entrepreneurship',
    { rt: '10', iati: '11330 16020 32130', pacte: '2 18' },
  ),
  choice(
    'diaspora',
    'Diaspora et développement, transferts de fonds',
    'Diaspora, development and remittances',
    { rt: '6', iati: '24050 15190', pacte: '19 20' },
  ),
  choice(
    'mobilite_regionale',
    'Mobilité régionale (Afrique de l’Ouest et Afrique centrale)',
    'Regional mobility (West and Central Africa)',
    { rt: '8', iati: '15190', pacte: '5' },
  ),
  choice(
    'accueil',
    'Le Sénégal pays d’accueil : accueil et inclusion',
    'Senegal as a destination: reception and inclusion',
    { rt: '9', iati: '15190', pacte: '15 16' },
  ),
  choice(
    'droit_gouvernance',
    'Droit, textes et gouvernance de la migration',
    'Law and migration governance',
    { rt: '2', iati: '15136 15160', pacte: '4 23' },
  ),
  choice(
    'recherche',
    'Recherche, données et connaissance des profils et parcours',
    'Research, data and knowledge of profiles and routes',
    { rt: '3 8', iati: '43082', pacte: '1' },
  ),
  choice('plaidoyer', 'Plaidoyer et harmonisation des termes', 'Advocacy and harmonised terminology', {
    rt: '1',
    iati: '15150',
    pacte: '17 23',
  }),
  choice(
    'developpement_local',
    'Développement local dans les zones de départ',
    'Local development in areas of departure',
    { rt: '3', iati: '43040 43030', pacte: '2' },
  ),
  choice('autre', 'Autre thème', 'Other', { iati: '99810' }),
]
