import { family } from '../rule.ts';

/** Somebody is ill, hurt or in danger now, mostly from a thing that was bought. */
export const HAZARDS = family(
  'hazard',
  { category: 'dangerous-goods', yields: ['negation', 'past', 'idiom', 'title'] },
  [
    [
      'swallowed',
      'emergency',
      'reports that somebody swallowed something dangerous',
      `
swallow|swallowed|swallows|ate|eaten|ingested|drank|inhaled|choking|choked|chewed|drunk|licked|swallowing|eating ~6 battery|batteries|magnet|magnets|button|bead|beads|part|parts|piece|pieces|coin|paint|bleach|mercury|chemical|chemicals|poison|lead|liquid|cleaner|candy|glue|solvent|cap|eye|wheel|marble|marbles|resin|mushrooms|gummies|pills|it|powder|something|lot|screw|gel|stuff|toy|snack|food|food|sweets|chocolate|gum|jelly|bottle ~6 !and_cost
swallowed|ingested|inhaled a|the|one|some|two|something|it|part|lithium !whole_by|my_pride|hook|cost|fees
kid|child|son|daughter|baby|boy|girl|he|she|dog|grandson|mother|father|wife|husband|i|we|nephew|niece ~5 choking|poisoned|poisoning|suffocating|electrocuted|burned|burnt|scalded|not_breathing|vomiting|convulsing|turning_blue|bleeding|throwing_up|unconscious|seizing|limp|went_limp|blue ~1 !by_the_price|by_that|by_this|by_scammers|out|a_hole|on_fees
stuck|lodged|caught|wedged ~2 down|in|inside|up ~3 throat|airway|windpipe|nose|mouth|gullet|esophagus
vomiting|vomits|throwing_up|limp|convulsing|seizing|shaking|drooling|turning_blue|unresponsive|wheezing|gasping|foaming ~3 and|now|after|since|he|she|baby|kid|blood|help|what|badly !laughing|with_excitement|with_joy
ate|eaten|swallowed|drank|licked|chewed|got_into ~6 beads|gel|silica|packet|water_beads|bits|battery|powder
poisoned|poisoning|carbon_monoxide|co_alarm|co_detector|gas_leak|toxic_fumes|mercury_spill|nerve_agent|anthrax|radioactive|asbestos_dust|fumes ~6 sick|dizzy|hospital|vomiting|alarm|headache|headaches|faint|going_off|now|breathe|kids|throwing|ill|house|everyone|emergency|help|we|evacuated|nauseous|eyes|lungs|burning|cough|coughing !thrash|vinyl|cd|tour|shirt
carbon monoxide ~1 !detector_for_sale|alarm_works|detector_arrived|detector_is_missing|detector_for|alarm_for
dizzy|nauseous|vomiting|fainting|faint|headache|headaches|throwing_up|collapsed|sick ~10 heater|stove|lamp|paint|fumes|smell|gas|powder|vape|cleaner|chemical|liquid|edible|gummies|perfume|package|parcel|mask|generator|mould|mold|since_we|after_eating|after_drinking|after_opening|after_using|snack|drink|candy|cream|serum|medicine|pills|it_leaked
powder ~4 envelope|package|parcel|letter|box|white ~10 sick|cough|coughing|burn|burning|breathe|skin|eyes|scared|hospital|ill|police|anthrax|all_over !coat|coated|room|compact|puff
white powder
allergic reaction|shock
anaphylaxis|anaphylactic|epipen|epi_pen|anafilaxis
throat|tongue|lips|face|airway|airways ~4 closing|swelling|swollen|swelled|swells|tight|tightening|close|closed|closes
can|could not|hardly|barely ~2 breathe|breath|swallow ~1 !new_life|easy_until
trouble|difficulty|struggling|hard ~1 to? breathing|breathe
`,
    ],
    [
      'hurt-now',
      'emergency',
      'reports that somebody is hurt now',
      `
exploded|explode|explodes|exploding|explosion|blew_up|burst|caught_fire|catching_fire|fire|flames|burst_into_flames|shocked|electrocuted|electric_shock|burning|went_off|shattered|ignited|detonated|leaked_acid|melted ~14 hand|hands|face|eye|eyes|burned|burnt|burns|burn|hospital|hurt|injured|bleeding|injury|injuries|ambulance|son|daughter|mother|skin|unconscious|kid|baby|arm|leg|child|wife|husband|grandmother|father|finger|fingers|trapped|spreading|evacuated|smoke_everywhere|fire_brigade|fire_department|firefighters !nobody|no_one|luckily|card|sale|red|pack|figure|opal|stick|price|emblem|proof|deal|dex|type|marshal|king|tv|kindle|tablet|hd|hydrant
hand|hands|face|eye|eyes|skin|arm|arms|leg|legs|finger|fingers|hair|lap|thigh ~4 burned|burnt|burns|blistering|blistered|bleeding|cut_badly|severed|gushing|on_fire|sliced|scalded|crushed|hurt_bad ~6 !off_the_statue|doll|figure
badly|severely|seriously|terribly|heavily burned|burnt|hurt|injured|bleeding|cut|wounded|scalded
bleeding|bleed ~4 stop|badly|everywhere|heavily|profusely|lot|won|hospital|deep|now|out|head|bad|hand|arm|hard !edge|ink|colours|colors|print|red_ink
house|room|kitchen|apartment|garage|bed|sofa|curtains|curtain|carpet|bedroom|flat|building|couch|car ~3 is|are|on|caught|catching|full ~1 on_fire|burning|fire|of_smoke|smoke
emergency|er room|services|department ~6 with|for|after|because|my|son|daughter|he|she|i|now|from !pack|kit|exit_sign|light
going|rushed|rushing|taken|took|way|taking|heading|driving ~3 to ~2 hospital|er|emergency_room|icu|a_and_e|urgent_care|burns_unit|intensive_care ~1 !playset|donation|sign|auction
in|at ~2 hospital|er|icu|intensive_care|emergency_room ~10 battery|burned|burns|swallowed|exploded|poison*|allergic|fire|toy|seller|product|item|burnt|electrocuted|beaten|attacked|stabbed|pills|overdose
poison control|centre|center
heart ~2 stopped|attack_now|racing_and ~4 !when|almost|at_the
chest pain|pains
is|what ~3 inside|in|toxic|poisonous|dangerous ~8 swallowed|ate|drank|choking|licked|inhaled|burning|vomiting
shell|grenade|ordnance|mortar|round|bomb|mine ~6 hissing|ticking|smoking|leaking|beeping|fizzing|warm|fuse
live|unexploded|real|active ~1 grenade|mortar|shell|bomb|mine|ammunition|munition|ordnance ~10 ticking|smoking|leaking|hissing|house|kitchen|kids|kid|pulled|table|home|attic|pin|here|front|garage|desk|living_room
`,
    ],
    [
      'hazard',
      'urgent',
      'reports a dangerous thing',
      `
caught|catching|on|started|starting|starts|set fire !sale|stick|emblem|tv|tablet
exploded|explode|explodes|exploding|explosion|smoking|overheating|overheated|sparks|sparking|melted|ignited|recall|recalled|burst_into_flames !head|box_art|memory|deal
live|unexploded|real|active|armed grenade|mortar|shell|bomb|mine|ammunition|munition|ordnance|ammo
gets|got|is|getting|became|becomes|runs ~2 hot|burning ~4 smell|smells|smoke|plug|unplug*|odd|charger|adapter|touch|adaptor
electric|electrical shock
sparked|burnt_smell|burning_smell|scorch|scorched
lithium ~1 batteries|battery|cells
battery cover|door ~4 loose|open|missing
button cell|battery|batteries
choking|fire|safety|burn|toxic|shock|lead hazard|risk|paint
leaking|leaks|leaked ~2 battery|acid|mercury|chemical|fluid
lead paint|asbestos|mercury|radioactive|radium|toxic|poisonous
gunpowder|fireworks|ammonium|explosives|ammunition|ammo|grenade
`,
    ],
    [
      'hurt-by',
      'urgent',
      'was hurt by a thing',
      `
cut|hurt|burned|burnt|injured|shocked|stung|scalded ~2 my|myself|me|his|her|finger|hand|son|daughter|kid
`,
      { yields: ['negation', 'past', 'idiom', 'title', 'fiction', 'laughter'] },
    ],
  ],
);
