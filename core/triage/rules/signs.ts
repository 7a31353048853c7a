import { family } from '../rule.ts';

/** Broad small signs of danger by somebody else and of danger to a child: none proves anything, several do. */
export const SIGNS = [
  ...family(
    'near',
    {
      category: 'threat-to-life',
      group: 'danger',
      yields: ['negation', 'past', 'idiom', 'title', 'fiction', 'laughter'],
    },
    [
      [
        'armed',
        'high',
        'mentions something to hurt with',
        `
bat|bats|crowbar|tire_iron|pipe|shank|blicky|blick|burner|draco|crossbow|taser|noose|petrol_can|gun|ammo|device|sledgehammer|hammer|belt|fists|masks|balaclava|bullet ~10 take|taking|bring|bringing|brings|brought|wait|waiting|taped|letter|dock|pull|shift|seat|trunk|case_i_try|try_anything|outside|mailbox|mailroom
`,
        { facet: 'weapon', points: 2 },
      ],
      [
        'body',
        'urgent',
        'speaks of violence to a body or of a killing in other words',
        `
teeth|face|head|jaw|skull|ribs|legs|knees|door ~2 kicked|smashed|caved|stomped|knocked|broken|punched|bashed ~1 in|out|off ~1 !box|slab|transit
put+|take+|shoot+|hunt+ ~2 him|her|them|that_seller|that_buyer|that_guy|you|me|seller|buyer|thief|scammer ~1 down|out_back ~1 !as|for_the_feedback
make|making|made ~1 your|his|her|my ~1 wife|husband|kids|mother|family|children ~2 a? widow|widower|orphan|orphans|cry|bury
from|over ~1 my|your|his|her dead? body !shop|kit|count|spray
dog|cat|kid|kids|wife|family|mother|daughter|son|you|he|she ~1 gets_it|get_it|is_next|will_get_it|are_next|would_be_easy|be_easy ~1 then|first|next|you|unless
drop|pay|refund|return|cancel|withdraw|close ~4 or ~2 your|else|dog|kids|someone|wife|house ~3 gets|get|dies|hurt|burn|burns|bleed*
lock ~1 your|the ~1 doors|door ~1 !of_the_cabinet
in case ~1 i|you ~1 try|tries ~1 anything|something
get|getting|gets ~1 the ~1 same ~2 as ~2 last|girl|guy|him|her|one
# or|else|till|until|by ~3 friday|monday|midnight|tonight ~2 or ~2 else|i_will|something
see+|read+|hear+ ~1 about ~3 in|on ~1 the ~1 news|paper|papers|television
set|setting|light|lighting|burn|burning ~1 myself|me ~2 on|fire|alive|flames
count ~1 on ~1 it ~1 !being
do not ~1 say ~1 i ~2 not ~1 tell|warn
pull|pulling ~1 up ~1 on|at|to ~1 me|him|her|you|your|my|his ~1 !the_app
blut|sangre|sang|sangue ~4 fliest|fliesen|corre|correr|coule|coulera|correra|escorrer
`,
        { facet: 'menace', points: 3 },
      ],
      [
        'learned',
        'urgent',
        'has learned who or where somebody is',
        `
worked_out|figured_out|found|found_out|learned|got|know|have|looked_up ~2 your|her|his|ur ~1 surname|last_name|real_name|name|full_name|face|linkedin ~1 !brand|on_the_list|tag
your|their ~1 building|office|warehouse|mailroom|entrance|lobby|headquarters|convention ~3 is|has|on|does|no ~6 street|floor|guard|security|scanner|camera|locks|after|night|news
no|any ~1 guard|guards|security|cameras|scanner ~3 after|at|night|there|on
i ~1 did ~1 my ~1 homework|research ~1 !on_the_card|before_bidding|and_the_card
lives|live|living|works ~2 # ~2 min|mins|minutes|miles|blocks|streets ~2 from|away
posted|posting|typed|typing|wrote|writing|listed|shared|leaked|read ~4 my ~3 workplace|nursing|room_number|school|mother|address|street|shift|car|route|house
waiting|wait ~2 by|at|near|outside|for ~4 dock|after_my|my_shift|school_gate|car_park|parking|door|exit|saida|ausgang|sortie|salida
sleeping|sleeps|sat|sits|lives|living|camped|parked ~3 van|car|truck|tent ~3 opposite|outside|across|near|next_to|by ~2 my|our|the
flowers|letters|gifts|packages|presents|notes|pizza ~4 my|our ~2 hotel|house|work|workplace|new|parents|family|flat|office|school
moved ~1 twice|three_times|again|house_because|away_because|towns
notes|note|memo|message|messages|card ~6 nice_haircut|suits_you|wearing|wore|porch|looked|bedroom|was_that|saw_you|see_you|i_saw|miss_you|love_you ~1 !item
who ~1 was|is ~1 that ~1 man|woman|guy|girl ~2 on|with|in|at ~1 your|you
calls|telephones|phones|rings|texts|emails|writes|messages ~2 nightly|every_night|at_night|every_hour|every_day ~2 to|and|about|describing ~3 describe|say|tell|threaten|how|what
`,
        { facet: 'address', points: 2, category: 'stalking-doxxing' },
      ],
      [
        'intruders',
        'urgent',
        'reports intruders or a robbery going on',
        `
men|man|guys|people|someone|kids|they|guy ~3 with|in|wearing ~2 masks|mask|balaclavas|guns|gun|knives|knife|hoods|ski_masks
under|behind ~1 the|my ~1 counter|desk|bed|table|till|register ~1 !sticker|label
being|getting|are|am|just|got ~1 robbed|held_up|carjacked|burgled ~1 right|now|by|at|here|please
gave|give|giving ~1 me ~2 wedding|ring|will|house_keys
voicemail|voice_mail|no_answer|not_answering|not_picking|phone_off ~10 car|still|worried|not_home|hours|pm|dark
pm|hours|midnight|dark|night ~8 voicemail|voice_mail|phone_off|not_home|not_back|no_sign
went|left|gone|going ~3 to ~2 sell|meet|buy|pick_up|collect|deliver ~10 cash|member|buyer|seller|stranger ~16 voicemail|not|phone|still|hours|pm
`,
        { facet: 'intruder', points: 2, category: 'violence' },
      ],
      [
        'afraid',
        'normal',
        'is afraid or ill at ease',
        `
i ~2 feel|feeling ~1 ill|sick|unsafe|watched|uneasy|threatened ~1 !of
miedo|peur|angst|medo|scared|frightened
tengo miedo
ai|j'ai peur
tenho medo
`,
        { facet: 'scared', points: 1 },
      ],
      [
        'abroad',
        'urgent',
        'makes or reports a threat in another language',
        `
nos_vemos|te_veo|nos_veremos ~2 esta_noche|pronto|manana|luego
foto|fotos ~2 de ~1 mi|nuestra ~1 casa|puerta|hija|hijo|familia|coche|calle
photo|photos ~1 de ~1 ma|notre|mon|mes ~1 maison|porte|fille|fils|enfants|voiture|rue
foto|fotos ~1 von ~1 meinem|meiner|unserem|meinen ~1 haus|tur|haustur|tochter|sohn|kindern|auto
foto|fotos ~1 da|do|de|dos ~1 minha|meu|meus ~1 casa|porta|filha|filho|filhos|carro|rua
meter|pegar|dar|dare|metere|pego|meto|darle|meterle ~2 un|dos|unos ~1 tiro|tiros|balazo|navajazo|punalada|paliza
dar|levar|tomar|dou|meter ~2 um|uns ~1 tiro|tiros|facada|soco
vas|va|vais|allez|vont ~2 le? ~1 payer|regretter ~1 cher|de_ta_vie
weis|weiss|kenne|kennen ~2 wo ~2 euer|dein|ihr|sein|eure ~1 buro|haus|laden|wohnung|buero|auto
sais|sait|connais ~2 ou ~2 est|sont|se_trouve|travaille|tu|vous ~2 bureau|bureaux|habites|maison|travailles
se|sei|sabemos ~1 donde|onde ~2 esta|estan|fica|vives|trabajas|trabalha
vou|voy|vamos|vai|va|iremos ~2 a|te|esperar|buscar ~4 salida|saida|casa|trabajo|trabalho|oficina
attends|attend|attendra|attendrai|wartet|warte ~3 sortie|travail|feierabend|ausgang|arbeit
`,
        { facet: 'menace', points: 2 },
      ],
    ],
  ),
  ...family(
    'child',
    { category: 'child-safety', group: 'child', yields: ['negation', 'past', 'title', 'fiction', 'idiom'] },
    [
      [
        'minor',
        'normal',
        'speaks of a child',
        `
daughter|son|little_girl|little_boy|my_girl|my_boy|niece|nephew|sister|brother|child|kid|minor|teen|pupil|student ~6 #minor|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|nine|eight|seven
#minor ~1 years|year|yo|yr|ans|anos|jahre ~1 old|daughter|son|girl|boy|alt ~1 !whisky|whiskey|scotch|account|wine|card
12yo|13yo|14yo|15yo|16yo|11yo|10yo|9yo|8yo|17yo
little|young ~1 girl|boy|girls|boys|kid|kids
i ~1 am ~1 only? ~1 #minor|twelve|thirteen|fourteen|fifteen|eleven|ten ~1 !dollars|bids|lots|days|cards|usd|minutes|orders|in|on|of|th|weeks|away|hours|items|points|euros|packs|over|short|boxes|behind
fils|fille|enfant|tochter|sohn|kind|hija|hijo|nino|nina|filha|filho|menina|menino ~3 #minor|12|de
friend|sister|cousin|girl|boy|she|he|classmate ~1 is ~1 only? ~1 #minor|twelve|thirteen|fourteen|eleven ~1 !dollars|bids|days|lots
foster|foster_kid|foster_kids|schoolgirl|schoolboy|toddler|grandchild
`,
        { facet: 'minor', points: 1 },
      ],
      [
        'intimate',
        'high',
        'an intimate or private request',
        `
pajamas|pyjamas|bra|panties|swimsuit|bikini|underwear|bath|shower|bedroom|bed|nude|nudes|naked|shirt_off|without_a_shirt|topless|webcam|selfie|selfies|body|feet|kiss|cuddle|boyfriend|virgin|sexy|mature_for|pretty ~1 !set|figure|blanket|doll|sheets|bomb|bath
video|private|cam ~1 call|calls|chat|room|show
ask+|want+|send+|request+|offer+|pay+|tell+ ~4 photos|pics|photo|videos|selfies|camera|cam
photos ~1 ohne|sans|sin|sem
bilder|fotos|videos ~2 ohne|nackt|im_bikini
photos ~2 sans|nue|nu
fotos ~2 sin|desnuda|sem|nua|en_ropa
dating|in_love|relationship|sleeping_with|hooking_up|boyfriend|girlfriend|sugar ~1 !sim
undress*|t_shirt|tshirt ~1 !size|for_sale|xl
touch+|hug+ ~1 her|him|me
`,
        { facet: 'intimate', points: 1 },
      ],
      [
        'secrecy',
        'high',
        'asks a child for secrecy or to come alone',
        `
delete|deleting|erase ~3 chats|chat|messages|history|conversation|app
just|only|between ~1 us ~1 two|only|both|and_nobody
secret|secretly|not_tell|dont_tell|tell_nobody|tell_no_one|keep_it_between|our_secret
alone|by_herself|by_himself|solo|sola|seul|seule|allein|sozinho|sozinha ~6 hotel|house|meet|room|car|park|him|show|there|treffen|rejoindre|encontrar|quedar|chambre|zimmer
hotel|motel|hotel_room|his_place|his_house|his_car|his_van|hotelzimmer
meet|meeting|pick_her_up|pick_him_up|pick_me_up|rejoindre|treffen|quedar|encontrar ~6 park|hotel|mall|alone|after_school|station|car|house|seul|allein|solas|sozinha
behind_my_back|behind_our_back|without_us|without_telling|without_my
`,
        { facet: 'secrecy', points: 1 },
      ],
      [
        'stranger',
        'high',
        'a stranger or an adult is in touch',
        `
grown|adult|older|old|strange|unknown|random|creepy ~1 man|men|guy|woman|person|dude|collector|people|male
# ~1 years|year|yr|yo ~1 old? ~1 man|guy|seller|buyer|host|streamer|viewer|dude|male
stranger|adulte|adulto|erwachsener|homme|hombre|homem|mann|inconnu|desconocido|desconhecido
collector|viewer|host|streamer|user|moderator|seller|buyer|man|guy|coach|uncle|someone ~8 message+|dm|chat+|contact+|ask+|text+|talk+|write+|call+|flirt+ ~6 my ~2 daughter|son|girl|boy|kid|child|#minor|niece|sister|granddaughter|nephew|grandson
found ~2 messages|chats|texts|photos ~2 from|between|on
gifts|gift_cards|free ~4 my ~2 daughter|son|girl|boy|kid|child|niece
`,
        { facet: 'stranger', points: 1 },
      ],
    ],
  ),
];
