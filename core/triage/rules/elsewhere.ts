import { family } from '../rule.ts';

/** Direct statements in more languages. Letters are folded: no accents, l for barred l, o for slashed o, e for ae. */
export const ELSEWHERE = [
  ...family('more', { category: 'self-harm', yields: ['title', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'says in another language that they want to die or end their life',
      `
voglio|vorrei|desidero ~1 morire|uccidermi|ammazzarmi|farla_finita|suicidarmi|impiccarmi !dal_ridere
non ~1 voglio|ce_la_faccio|posso|riesco ~1 piu ~1 vivere|andare_avanti
non voglio vivere|piu_vivere
non ce la faccio piu
mi ammazzo|uccido|suicido|impicco|ammazzero|uccidero|sto_tagliando
farla finita
mi tolgo|togliermi la vita
suicidio|suicidarmi|suicidarsi
ho preso|ingoiato ~2 pillole|pastiglie|sonniferi
ik ~2 wil|wou|ga ~3 dood|sterven|doodmaken|zelfmoord|niet_meer_leven|van_kant_maken|ophangen|er_een_einde
ik maak ~1 er|mezelf ~2 einde|af|van_kant
zelfmoord|zelfdoding|mezelf_ophangen|mezelf_doden
niet meer ~1 leven|verder_leven
wil ~1 niet ~1 meer leven|wakker
chce|chcialbym|chcialabym|zamierzam|musze ~2 umrzec|sie_zabic|zabic_sie|popelnic_samobojstwo|nie_zyc|skonczyc_ze_soba|powiesic|zniknac_na_zawsze
nie chce ~1 juz? ~1 zyc|istniec
zabije sie|siebie
sie ~1 zabic|zabije|powiesze|powiesic
samobojstwo|samobojcze|samobojcza
polknelam|polknalem ~2 tabletki|tabletek
jag ~2 vill|ska|tanker|onskar ~3 do|dod|doda_mig|ta_livet|ta_mitt_liv|ta_livet_av_mig|hanga_mig|inte_leva|avsluta_mitt_liv|inte_vakna
vill inte ~1 leva|finnas|vakna
ta livet av mig|sig
orkar inte ~1 leva|langre !vanta
sjalvmord|sjalvmordstankar
jeg ~2 vil|skal|vill|onsker ~3 do|dod|doo|dreebe_mig|tage_mit_liv|begaa_selvmord|bega_selvmord|ta_livet|ta_mitt_liv|drepe_meg|drebe_mig|henge_meg|ikke_leve|tage_livet|ikke_leve_mer|ikke_leve_mere|ikke_leve_lengere
vil|orker ikke ~1 leve ~1 !uden_denne
ta|tage livet|mit_liv|mitt_liv ~1 av_meg|af_mig
selvmord|selvmordstanker
haluan|aion|tahdon|haluaisin ~1 kuolla|tappaa_itseni|paattaa_paivani|hirttaa_itseni|lopettaa_elamani
en halua ~1 enaa? ~1 elaa
tapan itseni
en jaksa ~1 enaa|elaa
itsemurha|itsemurhaa|itsemurhan
olmek|kendimi|intihar ~2 istiyorum|oldurecegim|edecegim|oldurmek|istiyom|etmek|asacagim|dusunuyorum
yasamak istemiyorum
artik yasamak|yasayamiyorum|dayanamiyorum
hayatima son
intihar
хочу|хотел|хотела|собираюсь|решил|решила|думаю ~2 умереть|сдохнуть|покончить|убить_себя|повеситься|не_жить|исчезнуть_навсегда !со_смеху|от_смеха
не хочу ~1 больше? ~1 жить|просыпаться|существовать
больше ~1 не ~1 хочу|могу ~1 жить|так
жить ~1 не ~1 хочу|хочется
убью|убить|повешусь|зарежу|порежу себя|сегодня
повешусь|отравлюсь
покончу|покончить ~1 с ~1 собой|жизнью|этим
самоубийство|самоубийства|самоубийстве|суицид|суицида|суициде|суицидальные
наглоталась|наглотался|выпил|выпила ~2 таблеток|таблетки
хочу|бажаю|збираюся|вирішив|вирішила ~2 померти|вмерти|вбити_себе|повіситися|не_жити|накласти_на_себе_руки|покінчити
не хочу ~1 більше? ~1 жити
більше ~1 не ~1 хочу|можу ~1 жити|так
вбю|убю|вб'ю|уб'ю себе
покінчу|покінчити ~1 з|із ~1 собою|життям
самогубство|самогубства|суїцид
اريد|اود|أريد|سوف|سأ|ابغى|عايز|بدي|ودي|نفسي ~2 اموت|الموت|الانتحار|انتحر|أموت|انهاء_حياتي|انهي_حياتي|اقتل_نفسي|أنتحر
لا|مش|ما ~1 اريد|عايز|ابغى|بدي|استطيع ~1 العيش|اعيش|الحياة|ان_اعيش|أعيش
سانتحر|سأنتحر|الانتحار|انتحار|سأقتل_نفسي|ساقتل_نفسي
اقتل|أقتل نفسي
मरना|मर|आत्महत्या|खुदकुशी ~2 चाहता|चाहती|जाना|करना|जाऊंगा|जाऊंगी|करूंगा|करूंगी|करने|कर|लूंगा|लूंगी|रहा
आत्महत्या|खुदकुशी
जीना नहीं
जीने ~3 नहीं
marna chahta|chahti
main|mai ~2 mar jaunga|jaungi|jana
jeena nahi chahta|chahti
khudkushi|aatmahatya|atmahatya
`,
    ],
    [
      'suicide-word',
      'urgent',
      'uses a word for suicide in another language',
      `
suicidio|zelfmoord*|samoboj*|sjalvmord*|selvmord*|itsemurh*|intihar|самоубий*|суицид*|самогуб*|суїцид*|انتحار|आत्महत्या|sinucid*|ongyilkos*|sebevra*|samovra*|αυτοκτον*|אובדני|bunuh_diri|tu_tu|αυτοκτονησω|αυτοκτονια|autoktoni*
`,
    ],
  ]),
  ...family('more', { category: 'threat-to-life', yields: ['title', 'fiction'] }, [
    [
      'threat',
      'emergency',
      'reports a threat in another language',
      `
mi|ci|ti|vi|lo ~2 vuole|uccidere|uccidera|ammazzare|minaccia|minacciato|minacciata|uccido|ammazzo|ammazza|minacciano|accoltellare|uccidermi !dal_ridere|con_un_feedback
minaccia|minacciato|minacce ~2 di ~1 morte|uccidermi|uccidere|ammazzarmi
sa dove abito|vivo
bedreigt|bedreigd|bedreiging|doodsbedreiging|doodsbedreigingen ~3 mij|me|ons|dood|vermoorden|mes|met_de_dood|familie
doodsbedreiging|doodsbedreigingen
me|mij|je|hem|ons ~2 vermoorden|doodmaken|neersteken|doden|doodschieten|doodsteken
weet waar ~1 ik ~1 woon
grozi|grozil|grozi_mi|grozili ~4 smiercia|zabije|zabic|nozem|mi|ze
mnie ~1 zabije|zabic
zabije mnie|cie|go|was|nas|ich
hotar|hotat|hotade ~2 mig|doda|oss|att
dodshot|dodsoth|drapstrussel|drapstrusler|dodstrusler|mordhot
truer|truet|truede|trues ~2 mig|meg|med|oss
doda|drepe|drebe|drabe mig|meg|dig|deg|oss|os
uhkaa|uhkasi|uhkaili ~2 tappaa|minua
tappouhkaus|tappaa_minut|tappaa_sinut
oldurmekle|olumle|beni ~2 tehdit|oldurecek|oldurecegini
seni oldurecegim
tehdit ~1 ediyor|etti
убьет|убьёт|убить|убью|зарежет|угрожает|угрожал|зарежу|угрожают ~3 меня|тебя|его|убить|убийством|мне|нас|вас|убьет|ножом|расправой
меня|тебя|нас|вас ~1 убьет|убьёт|убить|убью|зарежут|убьют|зарежет
знает где ~1 я ~1 живу
вбє|вб'є|вбити|погрожує|погрожував|вбю|вб'ю ~3 мене|тебе|мені|вбивством|вбити|нас
سيقتلني|يقتلني|سأقتلك|ساقتلك|هددني|يهددني|تهديد ~1 بالقتل|بالموت|ان_يقتلني
سيقتلني|سأقتلك|ساقتلك
يهددني|هددني
मार|जान ~2 डालूंगा|दूंगा|देगा|धमकी|डालेगा|से_मार|देंगे
जान से मारने
jaan se maar
maar dunga|dalunga|dega
`,
    ],
  ]),
];
