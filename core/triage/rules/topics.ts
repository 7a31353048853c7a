import { family } from '../rule.ts';

const NOTHING: [] = [];
const topic = (
  category: Parameters<typeof family>[1]['category'],
  level: 'urgent' | 'high' | 'normal' | 'low',
  reason: string,
  patterns: string,
) => family('topic', { category, yields: NOTHING }, [[category, level, reason, patterns]]);

/** What ordinary cases are about; none of these wakes anybody. */
export const TOPICS = [
  ...topic(
    'account-takeover',
    'high',
    'says that somebody else is in their account',
    `
hacked|hacker|hackers|hijacked|hijack
login|sign_in|signin ~1 alert|attempt|notification ~4 from|not|unknown|i_did
bid|bids|purchase|purchases|order|orders|offer|offers ~4 i|we ~1 never|not ~1 made|placed|make|place
bids|orders|purchases|listings ~3 in ~1 my ~1 name
changed|chaged|reset ~3 my ~1 password|pasword|email|phone_number
account ~4 compromised|stolen|taken_over|breached|accessed|hacked|broken_into
someone|somebody|stranger|person|they|he|she ~4 changed|reset|logged|log|got|has|using|gained|hijacked|accessed|broke|signed|placed|used ~3 my|into|in|access ~2 email|e-mail|password|account|login|payout|phone_number|profile
log|locked|lock|signed|logged ~2 out|in ~6 not_me|not_by_me|someone|changed|i_did_not
did|do|have|was|were not ~4 make|place|authorise|authorize|request|change|recognise|recognize|me ~4 order|orders|login|bid|bids|password|purchase|device|change|purchases|sign_in
unauthorised|unauthorized|suspicious|unknown|strange|unrecognised|unrecognized ~1 login|logins|access|bids|orders|device|activity|sign|purchase|purchases
password|email ~3 changed|reset ~3 without|not_me|not_by_me|i_did_not|on_my_own
phishing|sim_swap|phished|two_factor|2fa|verification_code|verification_codes|authenticator
`,
  ),
  ...topic(
    'payment-fraud',
    'high',
    'reports a wrong or fraudulent payment',
    `
charge|charges|payment|transaction|debit ~10 not|never ~1 recognise|recognize|make|authorise|authorize|approve
charged|chargd|billed|debited|charge ~3 2x|two_times|tims|twice|double|again|after_i_cancelled|full_amount
charged ~4 not ~2 win|buy|order|receive
payout|payouts|balance|withdrawal ~6 stuck|zero|held|on_hold|frozen|delayed|late|missing|sent_back|wrong|not_arrived|rejected|bounced
small claims|consumer_ombudsman
refund ~4 not|never|still ~3 arrived|received|come|seen|processed
cobraron|cobrado|cobro ~3 dos|doble|mal
remboursement ~4 recu|jamais
erstattung|auszahlung|abgebucht ~4 nicht|doppelt|zweimal
charged|charge|billed|debited|paid|deducted ~4 twice|double|again|wrong|never|without|unknown|multiple_times|two_times|three_times
charged|charge|billed|payment|charges|transaction|transactions|withdrawal ~6 not|never|without|unauthorized|unauthorised|fraudulent|not_recognise|not_recognize ~4 make|made|order|ordered|authorise|authorize|permission|recognise|recognize|me|approve|placed
unauthorised|unauthorized|fraudulent|fraud|fake|bounced ~2 charge|charges|payment|transaction|transactions|card|check|cheque|chargeback|purchase
stolen ~2 card|credit|payment|bank
chargeback|charge_back|chargebacks|scam|scammed|scammer|scammers|fraud|fraudster|fraudulent|ponzi|money_laundering|laundering
paypal|bank ~4 dispute|reversed|claim
dispute ~4 bank|charge|paypal
payout|withdrawal|payment|money|funds ~3 missing|stolen|gone|redirected|never_arrived|not_arrived
paid twice
fees ~3 wrong|overcharged
overcharged|double_charged|double_billed
`,
  ),
  ...topic(
    'off-platform',
    'normal',
    'reports dealing outside the platform',
    `
outside|off|avoid|bypass|instead_of|not_through ~2 app|platform|site|website|ebay|system
pay|paying|payment|deal|sell|buy|trade|finish|complete|send|asked|wants|take ~6 zelle|venmo|cashapp|cash_app|bitcoin|crypto|wire|western_union|moneygram|gift_card|gift_cards|whatsapp|telegram|bank_transfer|paypal_friends|friends_and_family|directly|usdt|revolut|steam_cards
friends ~1 and ~1 family
western union|union
gift cards|card
`,
  ),
  ...topic(
    'counterfeit',
    'normal',
    'doubts that an item is genuine',
    `
replica|replicas|superfake|frankenwatch|reproductions|first_print ~6 not|wrong|third|second|sold_as|sold_me|stitching|is|are|font|fake|really
is|was|are|it|looks|clearly|obviously ~2 a? ~1 replica|replicas|superfake|reproduction|frankenwatch|third_print|second_print|later_print|reseal
font|stitching|hologram|weight|logo|signature|serial ~6 wrong|off|blurry|not_match|different
falso|falsa|falsificado|gefalscht|falschung|contrefacon|faux|falsificacao
counterfeit|counterfeits|bootleg|bootlegs|knockoff|knock_off|replica_sold|forgery|forged|inauthentic|reproduction|repro
fake|fakes ~3 card|cards|item|watch|coin|autograph|signature|slab|bag|shoes|figure|one|copy|jersey|stamp|certificate|holo|charizard|psa|label|painting|sneakers|is|it|was
is|it|was|not|are|looks|obviously|clearly|definitely|think ~3 fake|fakes|genuine|authentic|original|real
not ~2 genuine|authentic|original|the_real
certification|cert|serial ~1 number ~6 different|match|not|wrong|belongs|fake
reprint|authenticity|authenticate|authentication|reseal|resealed|re-sealed|trimmed|recoloured|recolored
`,
  ),
  ...topic(
    'non-delivery',
    'normal',
    'waits for something that has not arrived',
    `
label ~1 created
promised|expected|due|supposed ~6 here|arrive|delivered|delivery
still ~1 waiting ~1 on|for
silent|ghosted|stopped_responding|no_response ~4 after|since ~2 paid|payment
driver|courier|carrier|ups|usps|fedex|dhl ~6 wrong|lost|rain|never|not|stolen|neighbour|neighbor
paket|sendung|bestellung|lieferung ~6 nicht|unterwegs|uberfallig|wo|angekommen|verspatet|fehlt|seit
wo ~1 ist|bleibt ~1 mein|meine|das
colis|commande|suivi|livraison ~6 pas|jamais|retard|recu|bouge|toujours|ou
ou ~1 est ~1 mon|ma
jamais|pas ~2 recu ~3 colis|commande|carte|paquet|article
pedido|paquete|envio|pacote|encomenda|entrega ~6 no|nao|donde|onde|semanas|mes|retraso|atraso|llegado|llega|chegou|cade
donde|onde|cade ~2 esta ~1 mi|meu|minha|o
pakket|pacco|bestelling|pakje ~6 niet|non|trova|nog|arrivato|weken|settimane
dove ~3 pacco|ordine
not|never|nothing|still|hasnt|yet ~4 arrived|arrive|received|receive|delivered|come|came|here|shipped|shipping|sent|got|turned_up|moved|gotten|update|updated|moving
where|wheres|wya|when ~4 parcel|package|order|item|card|delivery|pkg|lot|box|shipment|pakage|stuff|letter|coin|watch
tracking ~6 not|stuck|says|moved|lost|stopped|update|number|still|weeks|invalid|nothing
lost ~3 mail|post|transit|package|parcel
missing ~3 parcel|package|item|items|order|delivery|lots|cards|from
parcel|package|order|shipment|delivery|pakage|item|pkg ~5 late|delayed|stuck|lost|missing|stolen|delay
waiting|waited|wait ~4 weeks|days|month|months|delivery|parcel|package|order|week
says|marked|shows ~1 as? ~1 delivered|shipped
weeks|days|weaks|wks ~2 ago|late ~6 nothing|still|not|stihng
only ~4 shipped|arrived
been 2|3|two|three|four weeks|wks
`,
  ),
  ...topic(
    'shipping-damage',
    'normal',
    'received something damaged',
    `
arrived|arrive|came|received|delivered|got|package|parcel|box|shipped|here ~6 broken|damaged|cracked|smashed|torn|bent|crushed|pieces|shattered|wet|scratched|dented|chipped|ripped|creased|dead|defective|opened|destroyed|split
case|slab|sleeve|cover|screen|lens|frame|corner|spine|box|jacket|record|vase|plate|glass|dust ~4 cracked|broken|bent|crushed|smashed|warped|torn|split|creased|shattered|chipped|dented|damage|damaged
water damage|damaged
seam ~1 split|splits
came|arrived ~3 warped|like_this|in_two|in_half|soaked|loose
zerbrochen|beschadigt|kaputt|zerkratzt|roto|rota|danado|danada|casse|cassee|abime|abimee|quebrado|quebrada|danificado|amassado
damaged|broken|cracked|bent|crushed|torn|creased ~3 in|during|on|by|corner|corners|box|transit|shipping|arrival|case|spine
packed|packaged|packaging|wrapped|bubble ~4 poorly|badly|terrible|loose|newspaper|envelope|no|one_sheet|nothing
dead|doa on|upon arrival
dead_on_arrival|doa|stuck_in|water_damage|wont_turn_on
stuck in
`,
  ),
  ...topic(
    'shill-bidding',
    'normal',
    'suspects false bidding',
    `
shill|shilling|shills|shilled
rigged|collusion|colluding
bidder|bidders|account ~5 retracts|retract|retracted|never_wins|never_pays
fake|bot|bots|own|second|alt|friend's|cousin ~2 bids|bidder|bidders|bidding|account|bid|accounts ~1 !cancel
bidding|bid|bids|bidded|bids ~4 own|himself_up|themselves|cousin|bot|bots|friends|same_account|same_two|same_accounts|up_every|price_up|up_the_price
sniped|bot|sniping|snipe ~6 bot|last_second|bidding|auction
driving|drove|run|running|pushing|bump|bumping up ~3 price|prices|bids
same ~2 accounts|account|users|bidder|bidders ~4 every|always|each|bid
`,
  ),
  ...topic(
    'prohibited-item',
    'high',
    'reports an item that may not be sold',
    `
selling|sells|sell|sold|listing|listed|list|auctioning|auction|allowed|lot|ship|offering|offered|sale|legal|post|room|rule|rules|flagged|removed|policy ~10 gun|knife|weapon|weapons|ivory|drugs|cocaine|heroin|weed|cannabis|grenade|ammo|ammunition|switchblade|taser|pepper_spray|airsoft|bayonet|katana|sword|swords|fur|tortoiseshell|alcohol|vape|vapes|cigarettes|tobacco|steroids|nazi|swastika|fireworks|explosives|prescription|human_remains|human_skull|skulls|bones|endangered|taxidermy|brass_knuckles|knuckles|stun_gun|body_armor|stolen|booze|pills|antler|replica|ghost_gun|silencer|suppressor|bb
gun|knife|weapon|ivory|drugs|grenade|ammunition|ammo|switchblade|airsoft|bayonet|katana|sword|alcohol|steroids|nazi|fireworks|explosives|human_remains|taxidermy|brass_knuckles|dagger ~6 listing|listed|sale|selling|allowed|auction|sold|ship|lot|legal|policy|ok_to|prohibited
rifle|rifles|gun|dagger|bayonet|katana|sword|ammunition|pills|medicine|prescription|brass_knuckles|switchblade ~6 list|sell|auction|listing|lists|offering|legal|allowed|rule|sale
sell|list|auction|legal|allowed|rule|lists|offering|selling ~8 rifle|rifles|dagger|gun|ammunition|pills|medicine|grenade|prescription|vapes|brass_knuckles|switchblade
prohibited|banned|illegal|forbidden|restricted ~2 item|items|goods|product|products|listing|species|weapon|substance
not|isnt ~2 allowed|legal ~3 to ~1 sell|list|ship
stolen ~2 goods|item|items|property|art|cards|bike|collection
`,
  ),
  ...topic(
    'impersonation',
    'high',
    'reports somebody posing as another',
    `
profile|account|page|shop|store|someone|somebody|listing ~5 with|has|using|uses ~1 my ~2 name|photo|photos|logo|username|face|picture|identity
impersonate|impersonates|impersonating|impersonation|impersonator|imposter|impostor|posing
pretend|pretends|pretending ~2 to ~1 be
fake|copycat|cloned|clone ~2 account|profile|page|shop|store|website|site|support|seller|email
using|stole|stolen|uses|copied|used ~2 my|our ~3 photos|name|logo|photo|identity|username|shop|listing|listings|brand|profile|store
`,
  ),
  ...topic(
    'privacy-request',
    'normal',
    'asks for their data',
    `
gdpr|dsgvo|ccpa|rgpd|lgpd|data_protection|data_subject|right_to_be_forgotten|right_of_access|dsar|subject_access|privacy_request|personal_data
delete|erase|remove|erasure|export|copy|download ~4 my ~1 personal|data|information|account_data|info|account
copy of ~2 my|all ~2 data
what ~2 data|information ~4 store|hold|keep|have|collect ~3 me
who ~2 can ~1 see ~1 my
delete|close|deactivate|remove ~2 my? ~1 account|profile ~1 !hold|restriction|by_mistake
`,
  ),
  ...topic(
    'law-enforcement',
    'urgent',
    'writes for the police, a court or another authority',
    `
subpoena|warrant|court_order|preservation_request|preservation_letter|search_warrant|law_enforcement|europol|interpol|homeland_security|mutual_legal|production_order|legal_process|grand_jury
detective|officer|sheriff|constable|sergeant|inspector|special_agent|investigator|prosecutor|agent ~6 with|from|of|badge|department|police|fbi|office|unit|bureau|division|county|case|at
i am|a ~3 detective|constable|sheriff|prosecutor|police_officer|officer|investigator|deputy
police|sheriff ~1 department|station|investigation|report_number|reference|division|request|case
requesting|request|require ~4 records|preservation|subscriber|account_information|disclosure ~8 investigation|case|warrant|subpoena|crime
data_disclosure|emergency_disclosure
`,
  ),
  ...topic(
    'appeal',
    'normal',
    'contests a decision',
    `
appeal|appealing|reinstate|reinstated|unban|unsuspend|unblock|unlock
account|store|shop|seller|i|me|my|chat ~4 suspended|banned|restricted|deactivated|disabled|suspension|ban|terminated|limited|blocked|locked
removed|took_down|flagged|deleted ~2 my ~2 listing|listings|item|auction|review|post ~6 mistake|wrong|error|unfair|review|why|reinstate
fight|contest|dispute|overturn ~2 this|the|my ~1 suspension|ban|strike|decision|restriction
ban|suspension|decision|strike ~3 wrong|unfair|mistake|review|unjust|error|overturn|reconsider
`,
  ),
  ...topic(
    'harassment',
    'high',
    'reports insults or unwanted contact',
    `
harass|harassed|harassing|harasses|harassment|bully|bullied|bullying|bullies|trolling|slur|slurs|racist|homophobic|sexist|antisemitic|hate_speech|transphobic|insult|insults|insulted|insulting|abusive|verbally|n_word|name_calling|creep|creepy|lewd|obscene
called|calls|calling ~2 me|us|him|her|my ~4 idiot|slur|names|stupid|bitch|racist|fat|ugly|scammer|n_word|whore|slut|retard|liar|thief|moron
gross|disgusting|mocking|hateful|sexual ~1 comments|remarks|jokes|messages
made|making ~1 fun ~1 of ~1 me|my|us
telling|tells|told ~1 everyone|people|everybody ~5 bad|scammer|liar|fraud|thief
rude|nasty|vile|offensive|hateful|vulgar ~2 messages|comments|message|buyer|seller|things|language|comment|host|moderator
unsolicited|unwanted ~2 photos|pictures|messages|contact|photo|dick|sexual
wont|not ~1 stop|leave messaging|me|contacting|texting|calling
keeps|constantly|nonstop ~2 messaging|harassing|insulting|calling|contacting|texting
`,
  ),
  ...topic(
    'other',
    'low',
    'only says thanks',
    `
thank you|thanks ~6 arrived_today|perfect|gorgeous|beautiful|love_it|all_good|awesome|came_today
no reply|response ~1 needed|necessary
just wanted to say thanks|thank
`,
  ),
];
