import { family } from '../rule.ts';

/** Further oblique signs of one's own end: being one fewer, waking in vain, waters and heights, a last wish, a relapse. */
export const END_SIGNS = [
  ...family('end', { category: 'self-harm', yields: ['idiom', 'past', 'fiction', 'title', 'negation'] }, [
    [
      'undoing',
      'emergency',
      'is about to do something that cannot be undone to themselves or has just tried',
      `
about|going|gonna|ready|might|could|want|scared ~2 to? ~1 do ~2 something ~3 cannot|can_not|never|not ~2 undo|undone|take_back|come_back_from|reversed|be_fixed
something ~2 i ~2 not|never|cannot ~1 undo|take_back|come_back_from
i ~2 tried|attempted ~2 last_night|yesterday|this_morning|tonight|again|this_week|on_tuesday ~8 not_work|did_not|woke|failed|again|survived|next_time|rope|pills ~1 !to_call|to_log|to_reach|to_pay|log
set+|light+|douse+ ~1 myself ~2 on|fire|alight|petrol|gasoline
i|im|me ~3 going_to|will|ready_to|about_to|want_to jump !out|on|in|at|up|ship|the|into|through|for|over|right|back|to|aboard|straight|between|from_one|around|ahead|onto|out_of_my
i|me ~2 attempted|tried ~2 in|back_in|once ~2 # ~14 tonight|again|not_sure|keep|now|promise
not ~2 sure|certain|know ~4 can|will ~2 keep ~2 promise|safe|going|myself|fighting|it_together|breathing|holding
promise* ~4 never|not ~2 again ~10 tonight|not_sure|keep|break|cannot
if ~14 i ~2 ending it
i ~3 should|could|want|better|might|ought|need|rather ~3 disappear|vanish ~2 forever|good|completely|permanently
tonight|today|this|tomorrow ~2 is|was|be ~2 his|her|their last ~1 night|day|evening|hours|one ~1 !of_work|at_work|at_the|with_us|in_the_job
i ~1 am ~1 ending it !early|with|at|by|there|here|now_with|soon_so|on_the
worm|worms|maggot food
push|pushing ~1 up? daisies
dirt nap
feed|feeding ~1 the worms
from|on|for ~1 a? dead guy|person|woman|seller
cut|cutting|burned ~1 myself ~1 tonight|again|today|last_night|this_morning|badly|on_purpose|because_of ~1 !opening|on_the|unboxing|shaving
clean ~2 from ~1 cutting|self_harm|hurting ~6 until|but|relapse*|now
cutting|self_harm ~10 relapsed|relapse|cannot_stop|not_stop|until_this|again
relapsed ~6 cutting|hurt|stop|cannot|self
made ~1 sure ~4 not|never ~1 wake|survive|come_back|found_in_time
stopped|quit|stop|flushed ~1 taking? ~1 my ~1 heart|blood|insulin|antidepressants|lithium|bipolar|dialysis ~1 pills|medicine|treatment|shots ~6 simpler|easier|point|no|let|why
disappointed|angry|sad|upset|annoyed|devastated|gutted|sorry|hate ~4 woke|wake|waking|still ~2 up|alive|again|breathing ~1 !early|late
wake|woke|waking ~1 up ~3 disappointed|angry_that|sad_that|still_alive|sorry_that
`,
    ],
    [
      'other-person',
      'emergency',
      'reports last words or a means of somebody else',
      `
texted|wrote|said|messaged|told|sent|left|message|says ~10 love_you ~6 sorry|do_not_come|forgive|goodbye
sorry ~4 do_not|dont come home|in|looking|upstairs
do_not|dont come|go ~1 home|in|upstairs ~3 call|police|tonight|find|alone
then ~2 i ~3 no|not ~2 reason|point ~2 to|in ~1 stay|go|live|keep
no|without|any reason ~1 to ~1 stay ~1 !subscribed|with_you|on_the|a_member|a_seller|loyal
photo|picture|pic|video|photos ~2 of ~2 a|his|her|the ~1 noose|rope|pills|gun|razor|ledge|wrists ~1 !for_sale|from_the|listing
look what ~1 you ~1 made|make|did ~2 me|to_me
talk+|speak+|mention+ ~2 about ~2 not ~1 being|be ~1 here|around|alive
gave|gives|giving|given ~2 me|away|us|him|her ~3 wedding|engagement|favourite|favorite|grandmothers|late ~1 ring|watch|necklace|rings ~8 scared|strange|not|worried|weird|die|goodbye|here
terminally|severely|deeply|very|badly|clinically ~1 depressed ~12 final|last|goodbye|garage|sale|end|gun|pills
garage|rope|gun|bath|car ~1 is ~1 ready|loaded|prepared|set
star|angel ~1 soon|in_heaven|in_the_sky|up_there|tonight
sliced|slashed|cut|carved ~3 ribbons|deep|open|everywhere|fresh|to_the_bone
arm|arms|wrist|wrists|leg|legs ~3 sliced|slashed|carved|shredded|full_of_cuts|covered_in_cuts|all_cut
tell|told ~2 my|the ~1 bro|brother|sister|mate|friend|cousin|girl|gf ~3 can|could ~2 have ~3 my
tomou|tomo|trago|hat|a_pris|a_avale|prise ~4 caixa|remedio|remedios|comprimidos|pastillas|caja|medicamentos|tabletten|medicaments|cachets
despedindo|despidiendo|verabschiedet ~4 todos|todo|allen|alle|mundo
`,
    ],
  ]),
  ...family(
    'end',
    {
      category: 'self-harm',
      group: 'self',
      yields: ['idiom', 'fiction', 'title', 'negation', 'laughter'],
    },
    [
      [
        'fewer',
        'urgent',
        'speaks of being one fewer',
        `
one|a ~1 human|person|mouth|soul|seller|loser|idiot|problem|less_of|fewer|less ~2 fewer|less|human|person|too
dead guy|person|customer|seller|user
cba|bothered|over|done|fed_up ~2 with ~1 life|living|everything|it_all|being_here ~1 !in
if ~1 i ~3 not|never ~1 log|logged|show|wake|reply|answer|come|post|stream ~3 tomorrow|again|back|ever|on|up ~4 know|remember|you|it|tell
kept ~1 me ~1 going|alive|sane|here ~2 for|while|this_long|until
anyone|anybody|someone|who|nobody|no_one ~1 would|will|even ~2 log|check|notice|come|ask|wonder|look|care ~6 stopped|gone|disappeared|vanished|stop|if_i|quit_streaming
looking|look ~1 after ~1 my ~1 affairs|things|estate|stuff|kids|dog|cat
from next ~1 week|month !i_will_be|onwards
knowing|know|glad|relieved ~2 it|this|everything ~1 is|will ~2 nearly|almost|soon|finally|be ~1 over|done ~1 !the_sale
happy|calm|peaceful|light|free|better ~3 last|these|past ~1 few? ~1 days ~8 first|decided|know*|over|finally|ages
water|river|sea|waves|traffic|street|ground|city|lights|trains ~3 look|looks|looking ~2 calm|peaceful|beautiful|small|inviting|far|soft|tiny ~6 up_here|down_there|here|tonight|from
from up here
up here ~4 quiet|calm|wind|cold|peaceful|alone
top ~1 level|floor|deck|storey ~10 sat|sitting|alone|hours|car|edge|thought
coat|jacket|pocket ~4 keys|note|letter|wallet|id ~6 find|found|when|body
keys|note|letter ~4 coat|jacket|pocket
train|trains ~3 pass|passes|goes|comes ~8 clock|time|looking|garden|tracks|every
nobody|no_one|who|anyone ~3 notice|notices|miss|care ~6 quiet|silent|dark|empty|stopped|inactive|offline ~1 !item|listing
easier|better|happier|simpler|best ~8 if|without ~3 only|just ~2 one|had|two|them ~1 kid|son|daughter|each_other|child
lie|lying|lay ~1 awake ~3 thinking|wondering|wishing ~10 without|easier|end|better|over|dead|gone
i ~1 will ~1 soon|finally? ~1 be|lie|rest|sleep with|beside|next_to ~1 my|him|her|them !family_for|parents_for|you|kids_for|lawyer|accountant|family_on|family_over|in_laws|wife_at|husband_at|brother_at|friends|offer|card
seeing|see ~1 her|him|them|my_wife|my_husband ~1 soon|again|tonight|shortly|at_last ~1 !at|for|on
dead men|people|man ~1 do|can|cannot|pay|fill|need|have ~1 not|no
counting|count ~1 down ~8 log|logs|gone|off|end|die|leave|leaves|midnight|good|dead
log|logs|sign|signs|check|checks ~1 off|out ~1 for_good|forever|permanently|for_ever ~1 !of_the_app|of_this_app|of_whatnot|of_my_account
not|never ~3 matter ~2 to|for ~1 me
stop|stopped|stopping|done|finished|tired ~1 with? ~1 fighting ~1 it|this|anymore|everything !with_the|over
want|need ~2 it|this|everything ~1 all? ~2 stop|end|over|quiet|done ~1 !buzzing|sending|emails|charging|notifications
so ~1 close !to_winning
be ~1 the ~2 person ~4 did|does|do ~1 this ~2 to ~1 my ~1 @kin
or|bid|buy|do|need|want ~2 anything ~1 again|ever|anymore ~1 !from_you|from_this|here|on
why|no_point|not ~2 wait|waiting ~6 six_months|cancer|the_end|it_takes_me|doctors|suffer
months|weeks ~2 to ~1 live ~8 why|not|wait|before|choose|own
my ~1 own? choice|decision|terms ~1 !of|for_the_card|to_make
mi ~1 familia ~2 siento|perdon
leid ~1 tut
i ~1 at ~1 the end !of|and
wife|husband|house|kids|family|everyone|everything ~2 is? gone ~1 !through|up|down|missing|to
on|at ~1 the ~1 fire_escape|windowsill|window_ledge|parapet|scaffolding|crane|guardrail ~1 !listing|set
talk ~1 me ~1 out|down|off ~2 it|this|ledge|roof|here
nothing|not_anything|no_one|nobody ~1 to ~1 look ~1 forward|come_home ~1 to
nothing|nobody ~1 else ~1 !to_add|needed|in_the_box|to_report|arrived|from
i ~1 have nothing ~1 else|left|anymore ~1 !to_sell|to_bid|to_list|in_my_cart
when|once|after ~1 it|this ~1 is ~1 done|over|finished ~3 could|can|please|will|tell|keep|make
@kin ~2 will ~2 run|take_over|manage|inherit|have ~3 it|shop|store|page|account|channel|everything
he|she|they|nobody|family ~1 do|does ~1 not know ~1 yet|anything|about_it
he|she|they|everyone ~1 will ~1 find ~1 out ~2 sunday|saturday|friday|monday|tomorrow|soon|weekend|after
make|making ~1 it ~1 official ~1 !announcement
had|have|has ~1 a? ~1 good|great|decent|nice|long ~1 run|life|innings|ride ~1 !to_the|on_the_app|of_wins|of_luck|with_this
not ~3 belong|fit|meant ~2 here|in_this_world|anywhere|on_this|for_this
on|from|off ~1 this planet|earth ~1 !who|that|has|with|is
nothing ~2 liv|live|living ~1 for
not|wont|never ~2 be ~1 a? ~1 burden|problem|worry ~2 after|anymore|from
out ~1 of ~1 reasons|hope|options|fight
best ~2 mod|mods|friend|friends|chat|seller|team|wife|son|daughter ~3 could|ever ~2 have|had|ask|wish
alles verloren
gibt ~1 es ~1 mich ~2 nicht
morgen ~3 gibt|bin ~2 mich|ich ~2 nicht|weg|tot
geld|sammlung ~4 meiner|meinem|meinen ~1 mutter|vater|sohn|tochter|bruder|schwester|kindern
balcon|puente|azotea|tejado|vias|pont|toit|balcon|rails|brucke|dach|gleise|balkon|ponte|telhado|varanda ~6 suis|estoy|stehe|estou|bin|fuerzas|adieu|kraft
estoy|suis|stehe|estou|bin ~2 en|sur|auf|na|no|dem|der|le|el ~2 puente|balcon|azotea|pont|toit|brucke|dach|ponte|balkon|varanda|telhado|borde|bord|rails
dites|digan|dile|sagt|sagen|digam|diga ~4 fille|fils|hija|hijo|tochter|sohn|filha|filho|mere|madre|mutter|mae|femme|mujer|frau ~4 aime|quiero|amo|liebe|perdon|pardon|desculpa
de ma faute
mi|minha culpa
sin|ya_no ~1 tengo? ~1 fuerzas
que ~1 mi|meu|minha ~1 hermana|hermano|hijo|hija|irmao|irma|filho|filha|madre|mae ~2 se|fique ~1 quede|com
`,
        { facet: 'ceasing', points: 2 },
      ],
    ],
  ),
];
