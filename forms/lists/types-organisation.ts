import { choice } from './choice.ts'

/** Kinds of organisation, a part of IATI’s OrganisationType; it has no code for associations: 90 is its "other". */
export const typesOrganisation = [
  choice('21', 'ONG internationale', 'International NGO'),
  choice('22', 'ONG nationale', 'National NGO'),
  choice('23', 'ONG régionale', 'Regional NGO'),
  choice(
    '90',
    'Association / OSC (dont associations de migrants)',
    'Association / CSO (incl. migrants’ associations)',
  ),
  choice(
    '40',
    'Organisation internationale ou intergouvernementale',
    'International / intergovernmental organisation',
  ),
  choice('10', 'Administration ou service de l’État', 'Government'),
  choice('11', 'Collectivité territoriale', 'Local government'),
  choice('60', 'Fondation', 'Foundation'),
  choice('70', 'Secteur privé', 'Private sector'),
  choice('80', 'Université, recherche, formation', 'Academic, research, training'),
]
