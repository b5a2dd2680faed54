import { choice } from './choice.ts'

/** What a project does. */
export const typesActivite = [
  choice('causerie', 'Causeries et sensibilisation communautaire', 'Community awareness sessions'),
  choice('medias', 'Campagnes médias, radio, réseaux sociaux', 'Media, radio, social media campaigns'),
  choice('accueil_orientation', 'Accueil, information et orientation', 'Reception, information and referral'),
  choice('hebergement', 'Hébergement d’urgence', 'Emergency shelter'),
  choice('psychosocial', 'Accompagnement psychosocial et santé', 'Psychosocial and health support'),
  choice('juridique', 'Aide juridique et documents d’état civil', 'Legal aid and civil documents'),
  choice('retour_familial', 'Retour en famille et médiation familiale', 'Family reunification and mediation'),
  choice(
    'reintegration_eco',
    'Appui à la réintégration économique (AGR, équipement)',
    'Economic reintegration support',
  ),
  choice(
    'formation_pro',
    'Formation professionnelle et apprentissage',
    'Vocational training and apprenticeship',
  ),
  choice('emploi', 'Insertion et intermédiation pour l’emploi', 'Job placement'),
  choice('entrepreneuriat', 'Appui à l’entrepreneuriat et au financement', 'Entrepreneurship and finance'),
  choice('education', 'Éducation et alphabétisation', 'Education and literacy'),
  choice(
    'diaspora_invest',
    'Mobilisation de la diaspora (investissement, compétences)',
    'Diaspora engagement',
  ),
  choice('capacites', 'Renforcement des capacités d’acteurs ou d’autorités', 'Capacity building'),
  choice('etude', 'Étude, recherche, collecte de données', 'Study, research, data collection'),
  choice('plaidoyer', 'Plaidoyer et concertation', 'Advocacy and dialogue'),
  choice('autre', 'Autre activité', 'Other'),
]
