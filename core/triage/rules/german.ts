import { family } from '../rule.ts';

/** German; written as folded text is: no umlaut dots, s for sharp s (and the ae/oe/ue spellings beside). */
export const GERMAN = [
  ...family('de', { category: 'self-harm', yields: ['title', 'fiction'] }, [
    [
      'suicide',
      'emergency',
      'says in German that they want to die or end their life',
      `
ich|mich|mir ~3 will|mochte|moechte|werde|wurde|wuerde|wollte|wunsche ~4 sterben|umbringen|toten|toeten|tot_sein|erhangen|erhaengen|erschiesen|erschiessen|nicht_mehr_leben|nicht_mehr_aufwachen|nicht_mehr_hier_sein|das_leben_nehmen|verschwinden_fur_immer|nie_wieder_aufwachen !vor_lachen|vor_neugier|vor_langeweile
!nicht|nie|niemals mich ~2 umbringen|umbringe|toten|toeten|erhangen|erhaengen|aufhangen|aufhaengen|erschiesen|ritzen|ritze|erschiese|vor_den_zug|vergiften
bringe|bring ~3 jemanden|einen|alle|leute|wen ~2 um
bringe|bring mich ~4 um
bringt|bringen sich ~4 um
nehme|nehmen mir ~4 das? leben
leben ~2 nehmen|beenden|ende_setzen|ein_ende
mache|mach|machen ~1 schluss ~1 mit ~2 leben|allem
schluss machen ~1 mit ~2 leben|allem|mir
will|mochte|kann|mag|moechte ~3 nicht|nimmer|nicht_mehr|nie ~1 mehr ~1 leben|weiterleben|existieren|aufwachen|da_sein|sein|weitermachen|hier_sein|weiter !warten|auf_dem_land|suchen
will|mochte|moechte|kann|konnte ~2 so? nicht|nimmer ~1 mehr ~1 !warten|bieten|einloggen|anmelden|finden|zugreifen|auf|erreichen|zahlen|kaufen|bezahlen|mitbieten
halte ~2 nicht ~2 mehr|langer aus
selbstmord|suizid|selbstmordgedanken|suizidgedanken|suizidal|lebensmude|lebensmuede|selbstverletzung|freitod|suizidgefahrdet
besser ~2 ohne_mich|tot|wenn_ich_tot
ohne mich ~2 besser|leichter
ware|waere|bin|bald|werde ~3 tot|nicht_mehr_da|nicht_mehr_am_leben|nicht_mehr_hier|weg_fur_immer !im_urlaub|zuhause
niemand ~3 vermissen|vermisst|vermist|merken|fehlen
kein|keinen ~1 sinn|ausweg|grund|lebenswillen|hoffnung ~3 mehr|leben|sehe
hat|macht ~3 keinen_sinn_mehr|alles_keinen_sinn
mein leben ~3 sinnlos|vorbei|zu_ende|nichts_mehr_wert|beenden
letzte|letzter|letzten|letztes ~1 nachricht|abend|nacht|brief|mail|tag|wille|gruss|wort|worte !woche|erinnerung|angebot
leb|lebt|lebe wohl
abschiedsbrief|abschied_nehmen
tabletten|pillen|schlaftabletten ~4 genommen|geschluckt|vor_mir|bereit|nehmen|schlucken|alle
habe|hab ~3 tabletten|pillen|gift ~3 genommen|geschluckt|getrunken|hier|bereit
wenn ~2 das|dies ~2 lest|lesen|liest ~6 tot|weg|nicht_mehr|zu_spat|vorbei
ich brauche ~2 es|ihn|nichts|sie nicht ~1 mehr ~4 leben|tot|gehen|weg
sterben|tot_sein ~1 mochte|will|wollen|moechte
lieber|am_liebsten tot|sterben
will|wollte|droht|drohte|sagt|gesagt|spricht|schreibt ~6 umbringen|selbstmord|das_leben_nehmen|suizid|erhangen|sterben
sich ~3 umbringen|umbringt|das_leben_nehmen|erhangen|erschiesen|toten|vor_den_zug
springe|springen|spring ~4 brucke|bruecke|zug|dach|fenster|balkon|gleise|hochhaus
auf der brucke|bruecke
ritze|ritzen mich|wieder
bin|falle ~2 nur? ~1 eine? last !minute
heute|morgen ~3 ist ~1 alles|es vorbei
`,
    ],
  ]),
  ...family('de', { category: 'threat-to-life', yields: ['title', 'fiction'] }, [
    [
      'threat',
      'emergency',
      'reports or makes a threat in German',
      `
droht|drohte|gedroht|bedroht|bedrohen|droht_mir|drohen|drohung|drohungen|morddrohung|morddrohungen ~6 umbringen|umzubringen|toten|toeten|zu_toten|mich|mir|uns|messer|tod|abstechen|abzustechen|mord|familie|kinder|zusammenschlagen|anzunden|leben|schlagen !mit_anwalt|mit_negativer|mit_schlechter|mit_einer_schlechten|mit_einer_negativen
morddrohung|morddrohungen|todesdrohung|bombendrohung
mich|uns|dich|euch|ihn|sie|meinen|meine ~3 absticht|umbringt|totet|toetet|ersticht|erschiest|zusammenschlagt|verprugelt|verbrennt|vergewaltigt|abknallt|abschlachtet|kaltmacht|fertigmacht|anzundet|totschlagt|abstechen_will|toten_will
bringt mich|uns|dich|sie|ihn ~2 um
mich|uns|dich|euch|ihn|sie|mir|dir ~3 umbringen|umzubringen|toten|toeten|abstechen|abzustechen|erschiesen|aufschlitzen|zusammenschlagen|verprugeln|abfackeln|kaltmachen|schlagt|geschlagen|vergewaltigen|fertigmachen|erwurgen|wurgt|gewurgt|verbrennen|vergewaltigt|abknallen
bringe|bring|bringt|steche|knalle|mache|mach ~1 dich|euch|ihn|sie|mich|uns ~3 um|ab|fertig|kalt
weis|weiss|kennt|kenne|wissen|gefunden ~2 wo|meine|deine|unsere|eure ~2 wohne|wohnst|wohnt|adresse|lebe|arbeitest|arbeite|haus|kinder|schule|wohnen|sie_wohnen !nicht|falsch
steht|stand|wartet|lauert|sitzt|stehen ~3 vor|draussen|drausen|ausen ~2 meiner|der|meinem|unserer|unserem|tur|haus ~1 tur|haus|haustur|wohnung|fenster|arbeit|schule|tuer ~1 !paket|lieferung
vor meiner ~1 tur|haustur|wohnung|tuer !abgelegt|liegt|abgestellt
komme|kommt|kommen|komm ~3 zu|bei|vorbei|in ~2 euch|dir|mir|ihnen|uns|buro|haus ~4 messer|umbringen|waffe|bluten|pistole|anzunden|brennen|buten|fertig|rechnung|knarre|schlager|brennt
mit ~1 einem|einer|meiner|meinem messer|waffe|pistole|gewehr|axt|hammer|baseballschlager|knarre
mein ~1 mann|freund|ex|vater|partner ~4 schlagt|geschlagen|verprugelt|prugelt|wurgt|gewurgt|vergewaltigt|eingesperrt|schlagen|umbringen|schlug
er ~2 hat|schlagt|hatte ~1 mich ~2 geschlagen|gewurgt|eingesperrt|vergewaltigt|verprugelt|angegriffen
bombe ~4 buro|lager|gebaude|schule|zentrale|buero
adresse ~3 veroffentlicht|gepostet|im_chat|geteilt|vorgelesen|verraten
kind|kinder|kindern|madchen|maedchen|minderjahrige|minderjahrigen|junge|tochter|sohn ~6 nackt|nacktbilder|nacktfotos|missbrauch|missbraucht|sexuell|geheim|kinderporno|geschlagen|schlagt|bilder_geschickt|vermisst|verschwunden|verschluckt|nicht_nach_hause|nicht_zuruck
kinderpornografie|kinderporno|kinderpornos|padophil|padophiler|grooming
verschluckt ~3 batterie|knopfzelle|magnet|knopfbatterie
knopfzelle|batterie|magnet ~2 verschluckt
rufen|ruft|schicken|schickt|bitte ~2 polizei|krankenwagen|notarzt|rettungswagen|feuerwehr
nacktfotos|nacktbilder|intime ~6 zahle|geld|veroffentlichen|schicken|familie|eltern
festgehalten|eingesperrt|entfuhrt ~3 hier|keller|wohnung|hilfe|willen|werde
gegen ~1 meinen|ihren willen
`,
    ],
    [
      'word',
      'urgent',
      'uses German words of danger',
      `
umbringen|toten|toeten|selbstmord*|suizid*|bedroh*|morddroh*|messerangriff|ermorden|erstechen|abstechen|drohung|drohungen !mit_anwalt
`,
    ],
  ]),
];
