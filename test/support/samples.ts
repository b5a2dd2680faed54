/** A project sheet as a member of an example organisation would fill it in, with three zones. */
export const projectSheet = {
  org_nom: 'Organisation exemple A',
  org_sigle: 'OEA',
  org_type: '22',
  org_reseaux: ['pfongue'],
  contact_nom: 'Chargé de projet (exemple)',
  contact_courriel: 'projet@exemple.org',
  contact_tel: '+221771234567',
  contact_public: 'non',
  projet_titre: 'Retour et réintégration à Guédiawaye — exemple',
  projet_resume: 'Accueillir et accompagner des migrants de retour : ŋ, ñ, ë, مرحبا.',
  projet_statut: '2',
  date_debut: '2018-03',
  theme_principal: 'retour',
  types_activite: ['accueil_orientation', 'psychosocial'],
  etapes: ['retour'],
  publics: ['retour', 'jeunes'],
  cible_total: 120,
  cible_femmes: 50,
  couverture: 'zones',
  zones: [
    { zone_region: 'SN01', zone_departement: 'SN0102', zone_localite: 'Guédiawaye' },
    { zone_region: 'SN01', zone_departement: 'SN0103', zone_localite: 'Pikine' },
    { zone_region: 'SN07', zone_coord: { lat: 12.8912, lon: -14.9401 } },
  ],
  visibilite: 'public',
  consentement: true,
} as const

/** A meeting of the plan, as little as its form takes. */
export const meetingAnswers = {
  type: 'rencontre_thematique',
  nom: 'Rencontre exemple',
  description: 'Un exemple.',
  acteurs: ['ONG Exemple A'],
  date: '2018-09-24',
  ordre: 1,
  zones: 'Dakar',
  criteres: [{ critere: 'Un critère.' }],
}
