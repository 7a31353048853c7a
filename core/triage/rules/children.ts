import { family } from '../rule.ts';

/** A child is in danger, or material that abuses children is offered. */
export const CHILDREN = family(
  'child-safety',
  { category: 'child-safety', yields: ['negation', 'past', 'title', 'fiction', 'idiom'] },
  [
    [
      'abuse-material',
      'emergency',
      'reports sexual material of children',
      `
csam|csem|cp_video|cp_videos|child_porn|kiddie_porn|child_pornography|childporn|kiddy_porn|pedo|paedo|pedophile|paedophile|pedophiles|paedophiles|pedophilia|lolicon_photos|p3do|pedos|nonce
child|children|kid|kids|minor|minors|underage|little_girls|little_boys|young_girls|young_boys|baby|teen|teenage|preteen|pre_teen ~4 porn|pornography|nude|nudes|naked|sexual|sexually|abuse_material|explicit|sex|exploited|exploitation|undressed|inappropriate_photos|sexualised|sexualized|inappropriate_pictures|topless|underwear|molested|raped !painting|figure|statue|sculpture|doll|cherub|angel
photo|photos|videos|video|pics|footage ~4 kids|girls|boys|minors|toddlers|teens ~3 changing|undressing|showering|bathing|undressed|swimsuits|bikinis|locker|underwear|asleep|in_the_bath
undressed|naked|nude|unclothed|topless ~1 child|children|kid|kids|minor|minors|girls|boys|toddlers|baby|teen|teens !doll|dolls|cherub
nude|nudes|naked|sexual|explicit|sexualised|sexualized|inappropriate|special|private|porn|indecent|dirty|disgusting|bad|undressed ~4 photo|photos|video|videos|images|content|material|pics|stuff|clips|footage|folder|files ~5 of|with|child|children|kid|kids|minor|minors|underage|little|girl|boy|baby|toddlers|daughter|son ~1 child|children|kid|kids|minor|minors|underage|girls|boys|girl|boy|baby|toddlers|year|old|daughter|son|them
photo|photos|video|videos|content|clips|pics|images|footage ~3 of|with ~2 child|children|kids|minors|underage|little|young ~2 girls|boys|in_them|naked|nude|undressed|for_sale|girl|boy|being !books|book|toy|toys|collection|collecting
sell|sells|selling|offer|offers|offered|offering|trade|trading|sent|has|share|sharing|link|links|buy|showed|post ~6 child|children|kids|minors|underage|young_girls|young_boys|little_girls|little_boys|toddlers ~6 photo|photos|video|videos|nude|naked|sex|porn|content|material|images|pics|clips !books|toys|clothes|cards|toy|book|clothing|room|art|section|dvd|animated|programme|learning
`,
    ],
    [
      'grooming',
      'emergency',
      'reports an adult approaching a child',
      `
groom|grooming|groomed|grooms|groomer|predator|predators|predatory !kit|dog|brush|comb|card|figure|figures|statue|vs|neca|movie|film|poster|mask|prop|2|helmet|alien|fees|pricing|practices|behaviour_of_sellers|pet|beard|set|comic
adult|man|men|grown|he|stranger|someone|guy|buyer|seller|user|host|streamer|somebody|woman|collector|moderator|person|old|dude|account|teacher|coach ~8 asking|asks|asked|ask|keeps|messaging|messages|wants|wanted|told|tells|sending|sends|sent|flirting|flirts|contacting|invited|inviting|begging|offered|offers|offering|texting|telling|talking|chatting|dmed|messaged|meet|meeting ~8 #minor|child|children|kid|kids|minor|minors|little_girl|little_boy|daughter|son|year_old|underage|young_girl|young_boy|my_girl|my_boy|schoolgirl|grandson|granddaughter|teenage_girl|niece|nephew|her_age|little_sister|little_brother ~10 photo|photos|nude|naked|secret|meet|alone|school|address|bra|underwear|webcam|camera|private|selfie|selfies|sexual|kiss|sex|parents|hotel|pretty|body|clothes|video|gifts|telegram|snapchat|discord|whatsapp|snap|live|pictures|dance|feet !to_sell|for_sale
asked|asks|asking|wants|wanted|told|tells|keeps|sent|sending|begging|telling|offered|promised|offers ~3 my|a|the|an|her|his|her_to|this|some|kids|minor|our ~2 #minor|child|kid|daughter|son|minor|year|girl|boy|grandson|niece|nephew|sister|brother|kids|them|young ~12 photo|photos|nude|nudes|naked|secret|meet|alone|school|address|underwear|webcam|camera|selfie|selfies|sex|hotel|body|home_alone|private|video|keep_it|not_tell|pictures|shirt|off
i ~2 #minor|twelve|thirteen|fourteen|eleven|fifteen|sixteen|ten ~1 !dollars|bids|bid|lots|cards|orders|days|times|hours|usd|euros|pounds|packages|items|minutes|weeks|months|boxes|euro|bucks|watchers|packs|auctions|comics|messages|coins|of|percent|stars|years|yrs ~20 meet|scared|photos|pics|naked|nudes|secret|alone|parents|hurt|hits|kill|wants_me|touch|touched|older|pay|blackmail|creepy|send|grown|threat*|hotel|man|scary|address|weird|old_man|help
i ~1 am ~1 #minor ~1 years|yrs|yo|and|year|f|m|btw|lol ~20 meet|photos|pics|naked|nudes|secret|alone|parents|hurt|hits|touch|touched|blackmail|creepy|send|scary|threat*|hotel|weird|school|man|guy|older
am ~1 only? ~1 #minor|twelve|thirteen|fourteen|eleven|fifteen|sixteen ~14 old_man|older|grown|adult|meet|secret|socks|nudes|weird|creepy|scared|parents_do_not|parents_dont|alone|he_wants|he_says_he|wants_me_to|touch|hotel|boyfriend|naked|my_body|man_who|guy_who !dollars|bids|lots|cards|orders|days|hours|packs|minutes|usd|th|euros|away|pounds|short|watchers|boxes|behind|of|weeks|items|under|over|into
he|man|guy|she|someone|buyer|seller|collector ~6 says|said|is|in|aged|claims ~2 #|forties|fifties|thirties|40s|50s|grown|adult|older ~12 i_am_#minor|i_am_only_#minor|im_#minor|my_son|my_daughter|#minor_year
@kin|kid|child|she|he|minor|her|him ~12 collector|adult|stranger|man|buyer|seller|guy|older|online ~8 hotel|motel|meet_alone|meet_him|his_house|his_place|his_car|his_room|sleepover|secret|bedroom|overnight|apartment
gifts|presents|money|cards|packages ~3 from|by ~3 adult|man|collector|stranger|older|forties|grown|guy|buyer|seller ~10 hotel|meet|secret|photos|alone|private|come_to|visit
wants|want|asked|asks|pay|paying|offered|offers|buy ~3 my|her|his ~1 used|worn|dirty ~1 socks|underwear|panties|shoes|clothes ~10 #minor|photos
used|worn ~1 socks|underwear|panties ~10 #minor
not|dont ~1 tell ~2 parents|mother|father|mum|mom|dad|anyone|family|teacher ~1 !about_the_present|about_the_gift|surprise
keep|our|little|kept|keeping ~3 secret from|between ~2 parents|mother|father|mum|me|us|family|his|her
turn|switch|put ~2 cam|camera|webcam ~6 take|off|show|private|alone|body|top|asks|shirt
take|taking|took|lift|pull|remove ~2 my|her|his|your ~1 top|shirt|clothes|pants|bra|underwear|dress ~1 off? ~1 !box
asks|asking|asked|wants|wanted|told|tells|keeps ~4 me|her|him|kid|girl|boy|daughter|son ~3 to ~2 undress|strip|show_him|show_her|send_nudes|take_off|touch|dance_for|pose|kiss|lift
nudist|naturist|nudism ~4 photo|photos|video|videos|family|kid|kids|boys|girls ~6 kid|kids|small|young|child|minors|girls|boys
@kin|sister|brother|kid|child|minor|her|him ~4 ticket|train_ticket|bus_ticket|plane_ticket|uber|taxi|money ~8 nobody|no_one|secret|not_to_tell|tell|come|meet
told|asked|tells|made|begged ~2 her|him|me|them|my_daughter|my_son|my_kid ~3 to? ~2 tell nobody|no_one
not ~1 to? ~1 tell ~1 nobody|anyone|anybody ~6 #minor|sister|daughter|son|kid|child|secret|meet
baby|child|kid|toddler|kids|son|daughter ~3 alone|unattended|locked ~3 bath|bathtub|car|pool|water|house|balcony|stove|hot|room|days|hours|night
left ~2 her|his|their|the|my ~1 baby|child|kid|toddler|kids ~3 alone|unattended|car|bath
#minor ~2 year|years|yo|y ~1 old? ~12 photos|nudes|nude|naked|meet|men|herself|himself|selling_pictures|undress*|sexual*|adult|adults|hotel|alone|secret|groom*|explicit|older|underwear|private|touch*|video_call|address ~1 !of_the_box|of_the_card
child|kid|minor|girl|boy|teen|son|daughter ~4 selling|sells|sell|sending|posting|sends|showing ~3 photos|videos|nudes|content|body ~2 of? ~1 herself|himself|themselves|her_body|naked|to_men|to_adults|to_strangers|online_to
sending|sends|sent|send|messaging|messages|messaged|texting|texts|dming|writing|writes ~6 #minor|daughter|son|child|kid|minor|niece|nephew|grandson|underage ~6 dirty|sexual|nude|nudes|naked|inappropriate|creepy|lewd|explicit|disgusting|flirty|love|private|secret|porn ~1 !item|condition|box|card
photos|video|videos|selfie|selfies ~4 without ~2 clothes|clothing|shirt|top|anything_on|underwear ~1 !box|original
without ~1 my|her|his|any clothes ~1 on? ~10 #minor
grown|adult|old|older ~1 man|guy|dude|woman|men|person ~20 am ~1 only? ~1 #minor ~1
home|alone|school|parents ~4 asks|asked|asking|ask ~4 if|whether ~3 home|alone
asks|asked|asking|ask|wants ~4 what|which|where|know ~3 school ~3 she|he|goes|go|attend|daughter|son|child|kid|they
asks|asked|asking|ask ~3 if ~2 she|he|they|daughter|son|kid ~2 home|is ~1 alone
@kin|girl|boy|kid|child|minor|she|he ~2 only|is|just|aged|age ~2 #minor ~8 meet|meeting|nude|photos|naked|secret|hotel|predator|adult|man|older|alone|groom*|sexual|money_for
meet|meeting|met ~3 him|her|man|guy|buyer|seller|stranger|adult|someone|user|person|streamer|online_friend ~4 alone|secret|hotel|behind_the|without_telling|without_my_parents|at_night !store|shop
adult|man|men|grown ~4 child|minor|underage|little_girl|teenager|kid|teen|young_girl|schoolgirl ~8 chat|stream|live|inappropriate|creepy|sexual|flirting|uncomfortable|comments|messages
sexual|inappropriate|creepy|dirty|disgusting|flirty ~2 comments|messages|questions|things|remarks|texts ~4 to|at|about|from|with ~3 minor|child|kid|kids|children|daughter|son|underage|girl|boy|teen|#minor|teenager|year_old
@kin ~8 sent|sends|sending|sharing|shared ~2 him|someone|stranger|man|buyer|seller|user|guy ~3 naked|nude|photos|nudes|selfies|pics ~1 !of_the
touch|touched|touches|touching|molest|molesting|molested|fondle|fondling ~2 my|me|a|the|his|her|himself|kid|child|little|boys|girls ~2 child|kid|daughter|son|girl|boy|kids|children|inappropriately|himself|private|there|wrong
`,
    ],
    [
      'child-hurt',
      'emergency',
      'reports that a child is hurt or neglected',
      `
hit|hits|hitting|beat|beats|beating|slap|slaps|slapping|kick|kicking|hurt|hurts|hurting|abuse|abuses|abusing|choke|choking|shake|shaking|shook|burn|burning|locked|locking|locks|starving|screaming_at|whipping|spanking|smacking|threw|punching|punched|slapped|kicked|dragged|dragging ~2 the|a|his|her|their|this|that|my|little ~2 child|kid|kids|boy|girl|baby|son|daughter|children|him|stepson|toddler|grandson !section|market|pajamas|card|prices|to_it|to_the
child|kid|kids|boy|girl|baby|children|son|daughter|toddler|minor ~6 hit|beaten|hurt|abused|bruises|bruised|bruise|burns|crying|starving|locked|screaming|chained|cage|danger|unsafe|neglected|black_eye|cigarette|bleeding|slapped|kicked|slapping|whipped|alone_for|scared_of_him|left_alone|drugged|drunk !my_eyes|price|sales|of_joy|because_the|when_it|with_joy|over_the|because_it|with_happiness|card
child abuse|abuser|abusers|neglect|endangerment|predator|molester|exploitation|bride !awareness|charity|survivor|charities|prevention
abusing|abused|abuses ~2 child|children|kid|kids|minor|son|daughter
someone|man|he|she|adult|stranger|they ~4 followed|following|follows|took|taken|grabbed|approached|watching|photographing|filming|waiting ~2 my|our|the|for_my|a ~2 daughter|son|kid|kids|child|children|girl|boy|baby
kid|child|son|daughter|boy|girl|minor ~6 alone|left ~4 with ~2 stranger|man|buyer|seller|gun
`,
    ],
  ],
);
