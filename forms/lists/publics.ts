import { choice } from './choice.ts'

/** Groups of people a project works with, in the terms of the IOM and the UNHCR. */
export const publics = [
  choice(
    'potentiels',
    'Personnes pouvant envisager de migrer (« potentiels migrants »)',
    'People who may consider migrating',
  ),
  choice('jeunes', 'Jeunes (18-35 ans)', 'Youth (18-35)'),
  choice(
    'enfants',
    'Enfants et adolescents en mobilité (moins de 18 ans)',
    'Children on the move (under 18)',
  ),
  choice('retour', 'Migrants de retour', 'Returned migrants'),
  choice('transit', 'Migrants en transit', 'Migrants in transit'),
  choice('immigres', 'Migrants installés au Sénégal', 'Migrants living in Senegal'),
  choice('refugies', 'Réfugiés et demandeurs d’asile', 'Refugees and asylum seekers'),
  choice('victimes_traite', 'Victimes de traite', 'Victims of trafficking'),
  choice('diaspora', 'Sénégalais de l’extérieur (diaspora)', 'Senegalese diaspora'),
  choice('familles', 'Familles de migrants', 'Migrants’ families'),
  choice('communautes', 'Communautés d’origine ou d’accueil', 'Communities of origin or host communities'),
  choice('femmes', 'Femmes et filles (ciblage spécifique)', 'Women and girls (specific targeting)'),
  choice('autorites', 'Autorités locales, services de l’État', 'Local authorities, State services'),
  choice('osc', 'Organisations de la société civile', 'Civil society organisations'),
  choice('autre', 'Autre public', 'Other'),
]
