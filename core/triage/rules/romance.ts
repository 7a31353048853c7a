import { family } from '../rule.ts';

/** Spanish, French and Portuguese; written without accents, as the folded text is. */
export const ROMANCE = [
  ...family('es', { category: 'self-harm', yields: ['title', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'says in Spanish that they want to die or end their life',
      `
!no|nunca|jamas quiero|quisiera|voy_a|deseo|pienso|necesito|prefiero|mejor|gustaria|queria|intente|ganas_de|pensando_en|tentado|planeo|planeando ~2 morir|morirme|matarme|suicidarme|ahorcarme|colgarme|desaparecer_para_siempre|quitarme|cortarme_las_venas|dormir_y_no_despertar !de_risa|de_hambre|de_ganas|de_curiosidad|de_la_risa|de_verguenza
me voy ~1 a matar|suicidar|quitar|ahorcar|colgar|cortar|tirar|morir !de_risa|de_ganas
me mato|suicido|mate|ahorco !de_risa|de_la_risa|trabajando|por_esa|por_esta|por_un|por_una
quitarme|acabar|terminar|quitar|ponerle_fin ~2 la|mi|con|a vida|mi_vida|todo|mi_sufrimiento !util|de_la_bateria
no ~1 quiero|tengo|deseo|puedo|vale|merece ~3 vivir|seguir_viviendo|vivo|viva|existir|seguir_aqui|estar_aqui|seguir_adelante|vida|fuerzas|ganas_de_vivir|ganas_de_seguir|la_pena_vivir !en_espana|cerca|sin_esta
no aguanto|soporto ~1 mas|esta_vida|vivir|seguir ~1 !la_espera|el_precio|esta_app|a_este_vendedor
no puedo mas|seguir !con_la_espera|con_esta_app|pujar
cansado|cansada|harto|harta ~1 de ~1 vivir|la_vida|mi_vida|existir|todo_esto
suicidio|suicidarme|suicidarse|suicidar|suicida|suicidado !squad|escuadron|pelicula|carta
mejor ~1 muerto|muerta|sin_mi|si_me_muero|si_no_existiera|si_muero
ojala ~3 muerto|muriera|morir|despertar|muerta|existir|nacido
no ~1 estare|estar|voy_a_estar|despertar|despierte|amanezca|habra ~2 manana|aqui|vivo|viva|mas|para_mi !para_recibir
cuando ~1 lean|leas|lea|reciban ~1 esto ~6 no_voy|no_estare|ya_no
nadie ~2 extranara|extrana|echara_de_menos|notara|importo|va_a_extranar|le_importo|me_va_a
adios ~1 a_todos|para_siempre|mundo|cruel|amigos
despedirme|me_despido ~2 de|para|todos|siempre|ustedes|mundo !atentamente
ultimo|ultima ~1 mensaje|noche|carta|dia|correo|adios|vez_que_escribo
tome|tomado|trague|tragado|ingerido ~2 pastillas|todas|medicamentos|somniferos|veneno|lejia|frasco
tengo ~3 pastillas|pistola|cuerda|arma|navaja|soga ~3 aqui|mano|lista|mi|lado|delante|conmigo
tengo ~2 pastillas|soga
cuando ~1 lean|leas|lea esto ~6 muerto|ido|estare|tarde|aqui
cortandome|autolesion|autolesionarme|hacerme_dano|lastimarme|me_corto|me_estoy_cortando
soy una carga
no ~2 sentido ~2 vida|vivir|nada|seguir
quiere|va_a|dice|dijo|amenaza|amenazo|piensa|intento|quiso|quieren ~5 matarse|suicidarse|morir|quitarse_la_vida|acabar_con_su_vida|ahorcarse|morirse|se_va_a_matar|cortarse|tirarse
se va a matar|suicidar|quitar
se quiere morir|matar|suicidar
saltar|tirarme|lanzarme|tiro ~3 puente|tren|ventana|edificio|balcon|metro|vias
`,
    ],
  ]),
  ...family('es', { category: 'threat-to-life', yields: ['title', 'fiction'] }, [
    [
      'threat',
      'emergency',
      'reports or makes a threat in Spanish',
      `
me|nos|te|los|lo|la|le ~3 va|van|voy|vamos|quiere|quieren|amenaza|amenazo|amenazado|amenazan|amenazando ~3 matar|matarme|muerte|pegar|golpear|cuchillo|pistola|hacer_dano|apunalar|disparar|quemar|violar|matarnos|matarlos|romper|partir|cortar|reventar
amenaza|amenazas|amenazo|amenazado|amenazada|amenazan|amenazando|amenazandome ~2 de|con|a|que|me|nos ~2 muerte|matar|matarme|me|mi|nos|familia|hijos|casa|cuchillo|golpear|venir
me|nos ~2 amenaza|amenazo|amenazado|amenazando|amenazan !con_una_mala|con_reportar|con_demandar
amenaza|amenazas de muerte|bomba
matarme|matarte|matarlo|matarla|matarlos|apunalarme|golpearme|secuestrarme|violarme|quemarme|dispararme|matarnos|pegarme|hacerme_dano|degollarme
sabe|saben|conoce|tiene|encontro|se|averiguo ~2 donde|mi|tu|nuestra ~2 vivo|vives|vive|direccion|casa|trabajo|viven|escuela|colegio|vivimos ~4 !de_envio|postal_para
voy|iremos|vendra|viene|vienen|va|van ~3 a|por ~3 casa|oficina|ti|mi|tu|tienda ~5 matar|cuchillo|pistola|pagar|sangre|arma|fuego|lamentar|quemar|matarme|romper|golpear
te voy a matar|encontrar|buscar|romper|quemar|reventar
los voy a matar|encontrar|buscar|quemar
te matare|encontrare|arrepentiras_con_sangre
esta|estan ~2 fuera|afuera|puerta|esperando ~3 casa|puerta|ventana|mi
me|la|nos|lo ~2 pego|pega|golpeo|golpea|golpean|viola|violo|maltrata|ahorco|encerro|encerrada|secuestro|secuestraron|tienen_encerrada|tiene_encerrada|ataco !un_grito|con_un_mensaje|el_precio|la_atencion|mucho
bomba ~4 oficina|almacen|edificio|escuela|sede
publico|publicaron|compartio|filtro ~3 mi|direccion ~2 direccion|telefono|casa|domicilio
menor|menores|nina|nino|ninos|ninas ~6 desnuda|desnudo|desnudos|desnudas|fotos|abusa|abuso|videos|sexual|secreto|golpea|golpes ~1 !de_la_carta|del_articulo
mi hijo|hija ~8 desaparecio|desaparecida|desaparecido|no_contesta|no_ha_vuelto|no_vuelve|tragado|trago|quemado|quemo
trago|tragado|se_trago ~3 pila|bateria|iman|boton
ayuda|ayudenme|socorro|auxilio ~3 por_favor_me|matan|secuestrada|secuestrado|policia|ambulancia|golpea|pega|encerrada
llamen|llame|manden|envien ~3 policia|ambulancia|emergencias|911|112
fotos|videos ~2 desnuda|desnudo|intimas|intimos|desnudos|mias ~6 paga|pago|dinero|publicar|enviar|familia|si_no
`,
    ],
    [
      'grooming',
      'emergency',
      'reports in Spanish an adult approaching a child',
      `
pide|pidio|pidiendo|pedia|exige|manda|mando|envia|envio|ofrece|ofrecio|quiere|invita|invito ~4 fotos|videos|desnuda|desnudo|intimas|verla|verlo|quedar|solas|hotel|secreto ~8 hija|hijo|nina|nino|menor|sobrina|nieta|hermana|anos
hija|hijo|nina|nino|menor|sobrina|nieta ~10 fotos|videos|desnuda|desnudo|quedar|verse|hotel|secreto|solas ~4 adulto|hombre|senor|desconocido|tipo|el
adulto|hombre|senor|desconocido|tipo|vendedor|comprador ~8 hija|hijo|nina|nino|menor|sobrina|nieta ~8 fotos|videos|desnuda|desnudo|quedar|verse|hotel|secreto|solas
`,
      { category: 'child-safety' },
    ],
    [
      'word',
      'urgent',
      'uses Spanish words of danger',
      `
matar|matarse|morir|muerte|amenaza|amenazas|cuchillo|violencia|apunalar|asesinar|asesinado !de_risa|ganas
`,
    ],
  ]),
  ...family('fr', { category: 'self-harm', yields: ['title', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'says in French that they want to die or end their life',
      `
!ne|pas|jamais veux|vais|voudrais|envie_de|envie_d'en|pense_a|prefere|aimerais|souhaite|decide_de|decidee_de|compte|pensais|essaye_de|tente_de|besoin_de|songe_a|idees_de|idee_de|prevu_de ~2 mourir|suicider|tuer|pendre|finir|disparaitre_pour_toujours|flinguer|foutre_en_l'air|jeter_sous|ouvrir_les_veines|dormir_et_ne_plus|crever|plus_exister|plus_etre_la !de_rire|de_honte|de_faim|le_temps|la_commande|la_transaction|pour_cette_carte|la_collection
pense|penser|pensees|pensee|idees|songe ~3 suicide|suicidaires|suicidaire|mourir|mort_tout_le_temps
je|j'ai|jai|vais|veux|veut|va|vont ~4 suicider|en_finir|me_tuer|me_pendre|me_flinguer|se_suicider|se_tuer|se_pendre|s'en_finir
en finir ~1 avec? ~1 la|tout|tout_ca|ma|ce_soir|cette|maintenant|avec !commande|la_commande|procedure
me|m' ~1 suicide|suicider|pends|mutile|scarifie|taillade|tuer !a_la_tache|de_rire
je ~1 me ~1 tue !a_la_tache|de_rire|au_travail
mettre fin a ~1 mes|ma|ses|sa jours|vie
veux|envie|peux|veut|peut|supporte|voulais ~2 plus ~3 vivre|continuer|exister|etre_la|vie|rien|me_reveiller !la_vente|l'enchere|sur_cette_appli|les_encheres
plus|pas|aucune ~1 envie|gout|raison|force ~1 de ~1 vivre|continuer|exister|la_vie
ne|n'ai|nai ~3 plus|pas ~2 envie|gout|raison|force|raisons ~2 de|a|pour ~1 vivre|continuer|la_vie|vie !la_vente
n'en|nen|en ~1 peux|peut plus !de_vos_frais|d'attendre|de_ce_site|de_cette_appli|de_ces_retards|de_vos
marre|fatigue|fatiguee|lasse|assez ~1 de ~1 vivre|la_vie|cette_vie|exister|ma_vie
suicider|suicidaire|suicidaires !squad|film|carte
mieux ~2 sans_moi|mort|morte|si_je_n'etais|si_j'etais_mort
serai|serais|sera ~2 mort|morte|plus_la|parti_pour|partie_pour|plus_de_ce_monde !de_rire|rassure
personne ~3 manquer|manquerai|remarquera|regrettera|pleurera|souciera
adieu|adieux
derniere|dernier ~1 message|soir|lettre|nuit|mail|volonte|volontes|jour_pour_moi !rappel|delai
avale|avaler|avales|pris|prends ~4 medicaments|cachets|somniferos|somniferes|comprimes|pilules|javel|poison|boite|tous
quand|lorsque ~1 vous ~1 lirez|lisez ~6 mort|morte|trop_tard|parti|partie|plus_la
dites|dis|dire ~1 a ~2 ma|mes|mon ~1 fille|fils|femme|mari|mere|enfants|famille|parents|frere|soeur ~3 aime|aimais|pardon|desole
ce soir ~2 termine|fini|finis|fin|pars
je suis un fardeau|poids
plus ~2 rien ~2 retient|attendre|perdre|sert|importance
menace|menacent|parle|dit|veut|dis|voulait ~4 se ~1 suicider|tuer|pendre|jeter
sauter|jeter|sauter_du|jette ~3 pont|fenetre|train|toit|balcon|metro|rails
me fais du mal
scarification|automutilation|mutiler
plus jamais ~2 reveiller
`,
    ],
  ]),
  ...family('fr', { category: 'threat-to-life', yields: ['title', 'fiction'] }, [
    [
      'threat',
      'emergency',
      'reports or makes a threat in French',
      `
menace|menacee|menaces|menacent|menacer|menacait ~2 de mort|tuer|me|venir|nous|bruler|frapper|mes|ma|viol|m'egorger|me_tuer|represailles|violence|nous_tuer !me_laisser|me_mettre|mettre_un_avis|porter_plainte
m'a|m'ont|ma|me|nous|nous_a ~1 menace|menacee|menaces|menacer|menacent !d'un_avis|de_porter_plainte|avec_un_avis|de_laisser|d'ouvrir_un_litige
menaces|menace de ~1 mort|bombe|mort_par
va|vais|veut|vont|allons|veux|viens|vient|viendra|viendrai ~3 tuer|egorger|poignarder|bruler|frapper|buter|crever|etrangler|violer|descendre|planter|massacrer|tabasser|defoncer|casser_la_gueule|saigner !le_temps|l'enchere|les_prix
!attente|livraison|ca|cela|suspense|frais|prix|site|appli|delai|delais|port|retard|chaleur|rire|boulot|travail|fatigue|tout|service|qui me|nous tue !a_la_tache|de_rire|le_temps
te|vous|le|la|les tue
te|vous|le|la|les|me|nous tuer|tuerai|bute|buter|egorger|egorge|poignarder|crever|planter|demolir|massacrer !a_la_tache|de_rire|le_temps
sait|connait|sais|connais|trouve|a_trouve|savent ~2 ou|mon|ton|notre|votre ~2 j'habite|habite|adresse|vis|vit|domicile|maison|travaille|habitez|habites|nous_habitons|ecole ~1 !de_livraison|e-mail|mail
devant|derriere|a|dehors ~1 ma|chez|la ~1 porte|moi|maison|fenetre ~2 !parcel|colis|livre|le_facteur|livraison
couteau|pistolet|arme|fusil|hache|batte ~4 gorge|moi|chez|venir|tuer|dit|main|menace|fils|fille
avec ~1 un|une couteau|pistolet|arme|fusil|hache|batte
mon|ma|mon_ex ~2 mari|copain|conjoint|compagnon|femme|pere|ex ~4 frappe|frappee|bat|battu|battue|tape|violente|etrangle|frapper|viole|enferme|taper|tuer
me|m'a|ma|l'a ~1 frappe|frappee|bat|battue|tabasse|etranglee|violee|viole|sequestre|sequestree|enfermee|tape_dessus|agresse|agressee
bombe ~4 bureau|bureaux|entrepot|siege|ecole|batiment|gare
publie|diffuse|partage|balance ~3 mon|notre ~1 adresse|numero|domicile ~1
mineur|mineure|mineurs|fillette|petite_fille|enfants|enfant ~8 nue|nues|nus|nu|photos|sexuel|sexuelle|abus|secret|frappe|bleus|pedophile ~1 !de_la_carte|de_l'article
pedophile|pedophilie|pedopornographie|pedopornographique
mon fils|ma_fille|bebe ~6 avale|disparu|disparue|ne_repond|pas_rentre|pas_rentree|brule|brulee|blesse
ma fille|bebe ~6 avale|disparu|disparue|ne_repond|pas_rentre|pas_rentree|brule|brulee
avale ~3 pile|batterie|aimant|bille
appelez|envoyez|appeler ~2 police|ambulance|samu|secours|pompiers|urgences|gendarmes !si_vous_ne_remboursez
au secours
photos|videos ~2 intimes|nues|nue|denudee ~8 payer|paie|argent|envoyer|publier|famille|parents
retenue|retenu|sequestree|sequestre|enfermee ~4 contre|gre|volonte|pieds|chambre
`,
    ],
    [
      'word',
      'urgent',
      'uses French words of danger',
      `
tuer|egorger|poignarder|mourir|menace|menaces|couteau|assassiner|meurtre !de_rire|d'envie
`,
    ],
  ]),
  ...family('pt', { category: 'self-harm', yields: ['title', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'says in Portuguese that they want to die or end their life',
      `
!nao|nunca|jamais quero|queria|vou|desejo|penso_em|pensando_em|preciso|prefiro|tentei|vontade_de|pretendo|planejo|planejando ~2 morrer|matar|suicidar|enforcar|desaparecer_para_sempre|sumir_para_sempre|tirar_minha_vida|tirar_a_minha|tirar_a_vida|acabar_com_tudo|acabar_com_minha|acabar_com_a_minha|sumir_do_mundo|dormir_e_nao_acordar !de_rir|de_vontade|de_tanto|de_curiosidade|por_essa|por_esse|o_tempo
vou|quero|queria|pensei|penso|tentei|vontade ~2 me ~1 matar|suicidar|enforcar|jogar|cortar
me ~1 matar|suicidar|enforcar|matarei|mato
matar-me|suicidar-me|matarme
tirar|acabar|terminar|dar_fim ~2 minha|com|a ~1 vida|tudo|minha_vida|meu_sofrimento
nao ~2 quero|consigo|aguento|tenho|vale|suporto|posso ~2 mais ~3 viver|continuar|vida|nada|existir|assim|estar_aqui|viva|vivo !esperar|esse_app|com_esse_atraso
nao ~2 quero|consigo|vale|tenho|merece ~3 viver|continuar_vivo|continuar_viva|existir|estar_vivo|estar_viva|forcas_para|razao_para_viver|motivo_para_viver|vontade_de_viver
nao aguento mais !esperar|esse_app|essa_espera|a_espera|os_atrasos|este_site|o_atraso|tanto
cansado|cansada|farto|farta ~1 de ~1 viver|vida|existir|tudo
suicidio|suicidar|suicida|suicidar-me|suicidas !esquadrao|filme
melhor ~2 sem_mim|morto|morta|se_eu_morresse|se_eu_nao
queria|quero|gostaria ~2 estar ~1 morto|morta
nao ~2 estarei|vou_estar|vou_acordar|acordar ~3 aqui|amanha|vivo|viva|mais
ninguem ~3 falta|saudade|saudades|importa|notaria|notar|sentir
adeus ~1 a_todos|mundo|para_sempre|pessoal|amigos
ultima|ultimo ~1 mensagem|noite|dia|carta|email !aviso|dia_do
tomei|engoli|ingeri|bebi ~3 remedios|comprimidos|todos|veneno|pilulas|frasco
quando ~2 lerem|ler|lerem_isto ~5 morto|morta|tarde|terei|aqui
me cortando|cortei|corto|machucando
automutilacao
sou um peso|fardo
diz|disse|quer|vai|ameaca|ameacou|falou|tentou ~4 se ~1 matar|suicidar|enforcar|jogar|cortar
vai|quer se ~1 matar|suicidar
pular|saltar|atirar|jogar ~3 ponte|janela|predio|trem|comboio|metro|varanda
`,
    ],
  ]),
  ...family('pt', { category: 'threat-to-life', yields: ['title', 'fiction'] }, [
    [
      'threat',
      'emergency',
      'reports or makes a threat in Portuguese',
      `
vai|vou|vao|quer|ameacou|ameaca|ameacando|disse|diz|querem ~3 me|te|nos|matar|lhe ~2 matar|matar-me|matar-te|bater|esfaquear|atirar|queimar|machucar|quebrar|pegar|espancar|estuprar|encontrar
me|nos|te ~1 matar|esfaquear|espancar|bater|queimar_vivo|estuprar|ameacou|ameacando|ameaca|ameacam !de_tanto|com_avaliacao|com_uma_avaliacao|o_preco
ameacou|ameaca|ameacas|ameacando|ameacado|ameacada ~2 de|me|minha|a|com|nos ~2 morte|matar|familia|me|faca|bater|filhos|vir|bomba
sabe|sei|sabem|descobriu|achou|tem ~2 onde|meu|minha|nosso ~1 eu? ~1 moro|mora|morada|endereco|casa|vivo|trabalho|voce_mora|moramos|escola ~1 !de_entrega|certo|correto
com ~1 uma|um faca|arma|pistola|revolver|machado
marido|namorado|companheiro|ex|pai|esposo ~4 bate|bateu|agrediu|espancou|estuprou|agride|estrangulou|trancou|machucou|matar
me|ela ~1 bateu|bate|agrediu|espancou|agride|trancou|sequestrou|estuprou !um_susto|uma_curiosidade|uma_duvida
bomba ~4 escritorio|armazem|predio|escola|sede
publicou|postou|divulgou|vazou|compartilhou ~3 meu|nosso|minha ~1 endereco|morada|telefone|numero
menor|menores|crianca|criancas|menina|menino ~6 nua|nuas|nu|nudes|fotos|abuso|sexual|segredo|bate|videos !da_carta
meu filho|filha ~6 engoliu|desapareceu|sumiu|nao_voltou|nao_atende|queimou|queimada
minha filha|bebe|mae ~6 engoliu|desapareceu|sumiu|nao_voltou|nao_atende|queimou|queimada
engoliu ~3 pilha|bateria|ima
chamem|chame|mandem|liguem ~2 policia|ambulancia|samu|bombeiros
socorro ~3 policia|matar|ajuda|presa|preso|bate
na|minha porta ~3 ameacando|gritando|faca|arma|batendo
fora|porta|frente ~2 da ~1 minha ~1 casa ~1 !entrega|deixaram
`,
    ],
    [
      'word',
      'urgent',
      'uses Portuguese words of danger',
      `
matar|matou|morte|ameaca|ameacas|faca|esfaquear|assassinar !de_vontade|saudade
`,
    ],
  ]),
];
