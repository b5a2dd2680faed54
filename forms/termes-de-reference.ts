/** What the group usually asks of a cartographer; a starting point, to be adapted to each order. */
export const termesDeReference = `1. Objet
Réaliser la cartographie des projets « migration » des membres du groupe : qui fait quoi, où, avec et pour qui. Elle sert à se connaître, à repérer les zones et les publics peu couverts et à éviter les doublons.

2. Données fournies
Le paquet du cartographe, à télécharger sur le site du groupe : fiches publiées (CSV, HXL, XLSX, GeoJSON, JSON), dictionnaire des champs, listes de codes, licence. Lire d’abord LISEZ-MOI.txt, qui dit comment les projets et les personnes sont comptés. Ne pas compléter les données sans l’accord de la coordination ; signaler toute erreur, qui sera corrigée à la source.

3. Livrables
- Une carte d’ensemble du Sénégal : nombre de projets par région et par département.
- Une carte par thème principal, et une de la région de Dakar à plus grande échelle.
- Les projets nationaux et ceux hors du Sénégal dans un encadré, sans point sur la carte.
- Une note d’une page : méthode, limites, date des données.

4. Formats
Cartes en PDF (A3 et A4, imprimables en noir et blanc) et en SVG ou PNG pour le site, 500 Ko au plus pour le web. Projet SIG ouvert (QGIS, GeoPackage) avec ses styles, pour que le groupe puisse mettre les cartes à jour. Systèmes de coordonnées : WGS 84 pour les données, UTM 28 N pour l’impression.

5. Charte
Titres et légendes en français, vocabulaire du lexique du groupe. Logos de la PFONGUE et du groupe. Couleurs lisibles par les personnes daltoniennes, doublées d’un motif ou d’un nombre. Sur chaque carte : titre, légende, échelle, nord, source, date des données, mention « limites administratives indicatives ».

6. Calendrier
Première version deux semaines après la commande ; remarques du groupe en une semaine ; version finale à l’échéance indiquée. Une réunion de lancement et une de restitution.

7. Propriété
Les livrables et leurs fichiers sources appartiennent au groupe, qui les diffuse sous la licence des données. L’auteur est cité. Les fonds de carte utilisés sont libres et cités.

8. Données personnelles
Les données fournies ne permettent d’identifier personne et ne doivent pas être croisées pour y parvenir. Aucun lieu d’hébergement protégé n’est localisé. Les petits effectifs ne sont pas publiés. Toute donnée personnelle reçue par erreur est signalée à la coordination et détruite (loi n° 2008-12 du 25 janvier 2008).`
