import { family } from '../rule.ts';

/** Threats that do not name the act: knowledge of a person's days, consequences hinted at, a means and a grievance. */
export const MENACE = [
  ...family(
    'menace',
    { category: 'threat-to-life', yields: ['negation', 'past', 'idiom', 'title', 'fiction', 'laughter'] },
    [
      [
        'injury',
        'emergency',
        'speaks of somebody being injured or killed, without the verb of it',
        `
carried|carry|wheeled|dragged|leave|leaving ~1 out ~2 in|on ~2 bags|bag|stretcher|stretchers|body_bags|boxes_and
put+|send+|land+ ~2 you|him|her|them|someone|seller|buyer|thief|me|us|people|scammer ~1 in|to|into ~2 hospital|er|icu|morgue|grave|coffin|wheelchair|ground|cemetery|intensive_care|ward|early_grave|body_bag
end|ends|ended|wind|winds|wake|wakes ~1 up ~2 in|at|under ~2 ditch|grave|morgue|landfill|trunk|boot|lake|canal|wheelchair|coffin|ground|icu|body_bag|hospital_bed|river|woods !of_the_listing
you|he|she|they|thief|seller|buyer|scammer ~2 not|never|cannot ~2 be? ~1 walk|walking|breathe|breathing|smile|smiling|standing|able_to_walk|see_straight|get_up|eat_solid|home_alive|recognise|recognisable ~1 !through|into_the|away_with
i|we ~4 jump|shank|cap|smoke|whack|deck|clobber|batter|rough_up|mess_up|fuck_up|do_in|snuff|ice|waste|bash|pop|drop|curb|curbstomp|stomp|spark|glass ~1 you|him|her|them|that_guy|that_man|that_seller|that_buyer|that_thief|that_rat|this_guy|this_thief|that_scammer|his_ass|your_ass|ur_ass|every_one_of !a_line|a_message|a_note|an_email|a_dm|an_offer|up|off|out
i|we ~3 beat|kick|knock|smack|slap ~2 shit|crap|hell|life|teeth|living|daylights|fuck ~1 out ~1 of
lay+|laid ~1 a? ~1 hands|finger ~1 on ~1 you|him|her|them|me
put+ ~1 his|her|their|my ~1 hands ~2 on|around ~1 me|her|him|my|your|kids|us|them|you
sleep+|swim+|rest+ ~1 with_the_fishes|in_a_grave|under_the_ground
dig|dug|digging ~2 your|his|her|my ~1 own? grave|graves|hole
measured|order+|pick+|choose ~2 for? ~1 a? coffin|your_coffin|his_coffin|your_casket
blow+|take+|shoot+|knock+ ~1 your|his|her|their|ur|my ~1 head|heads|brains|kneecaps|knees|teeth|face ~1 off|out|in|clean
break+|shatter+|smash+|crush+|snap+|bust+ ~2 his|her|their|my|your|ur|every ~2 kneecaps|kneecap|ankles|bone|bones|fingers|legs|arms|jaw|nose|skull|spine|wrists|hands ~1 !of_the_figure|of_the_statue
kneecap ~1 him|her|you|me|them
body ~1 will|would ~2 be_found|never_be_found|wash_up
last ~2 thing ~2 you|he|she|they ~2 ever ~1 see|do|sell|hear|stream
his|her|your|their|ur blood ~3 on|wall|floor|hands|street|carpet
blood ~1 will ~2 spilled|run|flow|be_on
taste|drink|want|see|smell ~1 your|his|her|their ~1 blood
make|making ~1 your|his|her|their ~1 @kin ~4 suffer|watch|pay|cry|scream|orphan*|widow
leave|leaving|make ~2 your|his|her ~1 kids ~2 without_a|orphans|fatherless|motherless
you|he|she|they ~1 have|has|got ~1 a? # days|hours|weeks ~1 left? to live
not|never ~2 live|survive|last|make_it ~2 to|until|till|long_enough|past|through ~3 spend|enjoy|regret|see|sunday|monday|friday|tomorrow|morning|night|week|weekend|christmas
`,
      ],
      [
        'whereabouts',
        'emergency',
        'says that they know where somebody is to be found',
        `
i|we ~1 know|found_out|figured_out|worked_out|learned|have ~2 where|when|what_time|which_way|what_bus ~1 she|he|they|you|u|your|her|his|that|this|the_seller|the_buyer|priya|those ~4 park|parks|live|lives|work|works|swim|swims|drink|drinks|shop|shops|walk|walks|jog|jogs|train|trains|eat|eats|sleep|sleeps|finish|finishes|leave|leaves|clock|clocks|get_off|gets_off|hang|hangs|stream|streams_from|school|go_to_school|shift|comes_out|come_out|goes_home|go_home|staying|stays|play|plays|drop|drops|pick|picks|catch|catches|stand|stands|smoke_break
i ~2 know|have|got|memorised|memorized|wrote_down ~1 your|his|her|ur|their ~1 shift|schedule|route|routine|plate|car|licence|license|commute|hours_and|gym|school|home_address|home|street|front_door|bus_stop ~1 !to_the|for_the_app|policy|page|on_my_list
i|we ~2 outside|near|across_from|in_front_of|at|watching|parked_by ~1 your|his|her|their ~1 place|house|home|apartment|door|building|window|work|workplace|flat|hotel|gym|school|car
i ~1 can ~1 see ~1 you|him|her|your|his|ur ~1 from|through|house|car|kids|window|light|right_now|now ~1 !profile|listing|page|store|bid|feedback
knows|know|mentions|mention|mentioned|describes|describe|described|describing|listed|recited|knew|names|named|writes|wrote|says|said ~6 where|when|what_time|which_gym|which_school|which_bus ~1 my|our|i|we ~2 park|live|work|swim|swims|shop|walk|walks|jog|train|trains|drink|eat|sleep|school|go|goes|leave|leaves|play|plays|finish|get_home|gets_home|drop|pick|work|works
what ~2 my|our ~1 @kin ~2 wear|wears|wearing|looks_like|eats|does_after
`,
      ],
    ],
  ),
  ...family(
    'menace',
    {
      category: 'threat-to-life',
      group: 'danger',
      yields: ['negation', 'past', 'idiom', 'title', 'fiction', 'laughter'],
    },
    [
      [
        'hint',
        'urgent',
        'hints at what will happen to somebody',
        `
you_are|your|youre|yer|ur dead !serious|on|right|wrong|link|letter|line|stock|end|tired|set|pixel|listing|phone|battery|simple|easy|weight|links|account|man_trilogy|to_me_for|space|pool
better|should|ought|must|had|want|wants|needs|wanna ~2 watch ~1 himself|herself|themselves|yourself|urself|ur_back|her_step|his_step|your_step|out_when|out_for_me|his_mouth|your_mouth
watch ~1 herself|himself|yourself ~2 walking|when|at_night|on_the_way|leaving|outside|tonight|from_now
everyone|every|each|all|agent|agents|staff|you|names|name ~8 on ~1 my list ~1 !of_favourites|of_wants|to_buy|to_watch
on|make|made|making|have|got|wrote|writing|keeping|keep|added|goes|put ~2 my|a|hit|death|kill ~1 list ~8 name|names|one_by_one|one_at_a_time|agent|staff|next|first|work_through|crossed|cross !of_wants|want
hit|kill|death list ~1 !of|box
would ~1 be ~2 shame|pity|terrible|tragic|awful|unfortunate ~4 if|should ~10 something|anything|happen|happened|burned|burnt|fell|fall|breath|breathing|air|accident|brakes|slipped|drown|drowned|fire|get_home|got_home|walk_home|cats|dog|ran_over|steps|stairs|went_missing !the_card|the_box|in_transit
cross|crossed|crossing|mess+|fuck+|fucked|screw+|play+|steal+|stole ~1 wrong ~1 person|man|guy|one|woman|people|family|customer|dude
mess+|fuck+|fucked|screw+ ~1 with ~1 the? wrong
sleep ~1 well|tight ~3 while|because|last|as_long
while ~2 you|he|she ~1 still? ~1 can !see
make ~1 an example ~1 of ~1 you|him|her|them|someone
come|coming|came ~2 for ~1 you|your|him|her|them|u|blood|what_is_mine ~3 all|tonight|soon|one_by_one|family|kids|next|in_the_night
sooner or later ~4 find|meet|catch|get|see|alone|come
alone ~2 at_night|in_the_dark|in_the_parking|with_you|with_him|with_her|in_a_room ~3 me|you|him|see|minutes|us
five|ten|two|# minutes ~2 alone|in_a_room ~2 with ~1 him|her|you|them
pray|praying|hope|hoping ~2 you|he|she|they ~2 do_not|never ~1 meet|run_into|see|cross ~1 me|my_path
say ~1 hi|hello ~1 to ~1 your|his|her ~1 @kin ~1 for ~1 me
i ~2 take ~1 your|his|her|their ~1 people|staff|kids|wife|daughter|family|life|lives|head|son|dog
you ~3 take|took ~6 i ~2 take ~1 your|yours
gas|petrol|gasoline|lighter_fluid|kerosene|fuel ~10 matches|lighter|match|torch
message|messages|saying|said|says|wrote|text|texted|note ~3 run|hide|pray|boo|tick_tock|emojiclock ~4 address|photo|alone|number|house|name
smaller ~1 number
no|any ~1 idea ~2 what ~2 i|we ~2 capable|can_do|will_do
watch|watching|see ~1 the ~1 news ~1 !about
dead ~1 soon|by_friday|by_monday|already_and|to_me_and_soon
you|he|she|they ~1 will|gonna ~1 be ~1 next ~1 !in_line|in_the_queue|to_bid|on_stream
and ~1 then|next ~1 it|its|is ~1 you|your_turn|his_turn|her_turn
get|gets|getting ~1 burned|torched|firebombed|shot_up|smashed_up|trashed ~1 !by_the|to_a_cd
house|home|shop|store|car|warehouse|office ~4 burn|burns|burned|burnt|burning|go_up|goes_up|flames|ashes|petrol|torched|firebombed|torch ~2 !cd|dvd|marks|sale
shovel ~8 body|grave|hole|bury|him|woods|land
`,
        { facet: 'menace', points: 3 },
      ],
      [
        'hint-maybe',
        'urgent',
        'hints at what will happen to somebody',
        `
@now ~2 your|ur|his|her ~1 lobby|office|door|house|place|warehouse|front_desk|doorstep|building|studio|booth|table ~1 !hours|to_collect|to_pick
know ~2 which ~2 unit|house|car|door|flat|building|room|school|bus|office|floor|desk|gym|window ~3 is|she|he|you|they|hers|his|yours
not ~1 a ~1 joke ~6 bought|got|know|coming|gun|gas|address
accidents ~1 do|can|will|always? happen ~1 !in_shipping|in_transit|in_the_post|when_packing|with_packages
bad|terrible|ugly things ~2 happen ~2 to
settle|handle|sort|resolve|finish|deal|end ~3 this|it|that|things|you|him|her ~3 in_person|face_to_face|like_men|man_to_man|my_own_way|my_way|old_fashioned|with_my_fists|the_hard_way|in_the_street|with_my_hands|with_my_own_hands
matters|justice|law|things into my|our own hands
hard way ~1 !to_grade|i_learned
not know ~1 who|what ~3 dealing_with|messing_with|messing|i_am|i_do|i_did|capable|done_to
find|see|learn|know ~1 out? ~1 what ~1 i|we|happens ~3 capable|do_to|happens_to|when|people_like|thieves|do_with
before ~1 something|someone|somebody|anyone|i ~2 bad|hurt|gets_hurt|killed|dies|happens|do_something|lose_control|snap|worse ~1 !to_my_package|to_the_card
what ~2 i|we ~1 do|did ~1 to|with ~1 people_like|thieves|scammers|rats|snitches|liars
snitches get
times|time ~1 is ~1 up ~3 for_you|for_him|thief|scammer|liar
tick tock
have|got ~1 nothing ~2 to lose
i|we ~2 lose+ ~1 control|my_temper|it_completely|my_mind ~3 hurt|someone|him|her|with
you|they|he|she ~1 will ~2 wish ~3 never|had_not|hadnt|were_not|dead
worse|different|visit|bigger ~2 next ~1 time ~1 !price|deal
next time ~4 will|gonna|going ~2 not ~1 be ~2 nice|polite|talking|email|emailing|letter|warning|brick|window
your|his|her|ur ~1 kids|daughter|son|wife|husband|mother|girlfriend|dog|family ~6 pretty|lovely|cute|beautiful|sweet|nice|enjoy|enjoys|like|likes|safe|school|park|swimming|ballet|practice|bus ~1 !figure|costume|toy|birthday|gift|present|book|section
know ~1 people|some_people|guys|some_guys|boys|someone ~1 who|that|in|near
i|we ~2 buy+|got|picked_up|own|owned|loaded|load|carry|carried|carrying|clean|cleaned ~2 gun|ammo|ammunition|bullets !safe|case|rack|show|belt|holster|cabinet|oil|card|metal|range|from_lot|replica|box|prop|tin|crate
come|came|coming|stop|stopping|drop|dropping|pop|swing|drive|driving ~1 by|round|over|past|down|to ~2 your|his|her|their|ur ~2 house|home|place|apartment|shop|work|street|hotel|booth|table|store ~1 !to_collect|to_pick|for_pickup|to_pay|to_view|hours|tomorrow_to_collect|and_pick
going|gonna|go ~3 prison|jail ~3 for ~2 this|that|it|him|you|her|what_i ~1 !fraud|scamming
bring|bringing|brought|take|taking|got ~2 friends|boys|brothers|cousins|crew|guys|lads|brother|mates ~2 with_me|with_him|with_them|along|over ~1 !to_the_show|to_the_stream
`,
        { facet: 'menace', points: 2 },
      ],
      [
        'grievance',
        'normal',
        'holds a grievance',
        `
rob+|scam+|cheat+|ruin+|destroy+|humiliate+|betray+|rip+ ~1 me|us|my_life|my_family|my_business|off
warned
sick|tired|enough ~1 of ~1 you|him|her|them|people_like_you|your_kind|these_people
`,
        { facet: 'grievance', points: 1 },
      ],
      [
        'seen',
        'urgent',
        'somebody hostile shows that they have watched a home or a family',
        `
colour|color|make|model|plate|number_plate|registration ~1 of ~1 my|our|her|his ~1 car|van|truck|front_door|house|door|curtains|coat
photo|photos|video|videos|screenshot|clip|map|street_view ~1 of ~2 my|our ~2 front_door|door|house|home|street|car|window|kids|daughter|son|school|wife|driveway|building|porch|bedroom|family|garden|licence_plate|husband|bedroom_window|workplace|office|mother ~8 soon|nice|see_you|watching|knife|waiting|pretty|tick|hello|boo|emojiknife|emojigun|message|messages|threat*|wrote|said|caption|unless|scared|night
same|strange|unknown|dark|black|white|grey|weird|that|his|blue|red|silver ~1 car|van|truck|suv|pickup|motorbike|sedan ~6 outside|street|again|parked|every_night|following|behind_me|past_my|circling|slowly|drives_by|driving_by ~1 !delivery|courier
drives|drove|driving ~2 past|by|around ~1 my|our ~1 house|home|place|street|work|shop ~1 !to_deliver
light|lights|lamp|curtain|curtains ~6 window|bedroom|room|on|off ~8 knows|saw|sees|messaged|texted|wrote|see ~1 !bulb|box
someone|somebody|he|man|guy|stranger|they ~6 in|through|at|over ~1 my|our ~1 garden|yard|backyard|bins|trash|fence|letterbox|window|windows|shed|porch ~2 at_night|again|last_night|photos|looking|watching|every_night|staring|hiding
went|going|go ~1 through ~1 my|our ~1 trash|bins|rubbish|garbage|mail
found ~2 my|our ~2 new ~1 address|number|house|home|place|school|job|account_and ~3 again|somehow|too|already
keeps|kept|keep ~1 finding ~1 me|us|my_new|where
`,
        { facet: 'watched', points: 3, category: 'stalking-doxxing' },
      ],
      [
        'contact-many',
        'high',
        'is contacted on many ways or after being told to stop',
        `
my ~1 personal|work|home|private|wifes|wife|mothers|mother|husbands|sisters ~2 email|phone|number|instagram|facebook|linkedin|whatsapp ~3 my|and|then|too|also
found|found_out|looked_up|tracked_down|messaged|contacted|wrote|written|calls|called ~4 my ~1 boss|employer|wife|husband|mother|daughter|son|sister|landlord|work|workplace|school|kids ~1 !gift|present|tool|card
you|her|him|them|staff|agent ~1 on ~1 linkedin|facebook|instagram
`,
        { facet: 'contact', points: 1, category: 'stalking-doxxing' },
      ],
    ],
  ),
  ...family('menace', { category: 'violence', yields: ['negation', 'past', 'idiom', 'title', 'fiction'] }, [
    [
      'handled',
      'emergency',
      'reports that somebody is handled with violence',
      `
pin+|shove+|drag+|throw+|slam+|push+|yank+|kick+|punch+|grab+|hit+|slap+ ~1 me|her|us|mother|him|kids ~2 wall|floor|stairs|bed|ground|against_the|by_the|hair|throat|across_the|into_the|neck|door|face|stomach|belly|pregnant ~1 !of_the_order|with_a_fee|with_fees|with_a_bill|listing
scared|afraid|terrified|frightened|petrified ~2 to|of ~1 go|be|stay|going|being ~2 home|alone_with_him|in_my_own_house|there_tonight|with_him|near_him|with_my_husband
not|isnt|am_not ~1 safe ~1 with|around|near|in ~1 him|her|them|my_husband|my_wife|my_boyfriend|my_father|my_own_home|my_home|this_house
he|she|husband|wife|boyfriend|girlfriend|partner|father|they ~4 strangle+|throttle+|suffocate+|smother+|waterboard+|scald+ ~1 me|her|him|us|my
lock+|shut+|trap+ ~1 me|us|her|him|kids|them ~2 in|inside|out|up ~3 room|house|cold|basement|bathroom|closet|bedroom|garage|car|cellar|shed|night ~1 !of_my_account|of_the_account
surrounded|cornered|jumped|robbed|mugged|attacked|stabbed|shot ~4 now|bleeding|still_here|hiding|help|blood|knife ~1 !by_bidders|by_price
not|wont|never ~2 let ~1 me|us|her ~2 go|leave|out|past|back_to|get_to|near_the_door|have_my_keys ~1 !of_the_bid|of_my_bid|a_review|feedback|below
surround+|corner+ ~1 me|us|her ~1 !market
block+ ~1 my_car|our_car|the_exit|the_door|my_way|us_in|me_in
`,
    ],
  ]),
];
