import { family } from '../rule.ts';

/** Somebody is watched, followed, or their address was spread. */
export const STALKING = family(
  'stalking',
  {
    category: 'stalking-doxxing',
    group: 'danger',
    yields: ['negation', 'past', 'idiom', 'title', 'fiction'],
  },
  [
    [
      'at-the-door',
      'emergency',
      'reports that somebody waits at their home or follows them',
      `
@they ~6 outside|parked|waiting|sitting|standing|lurking|watching|circling|hanging|loitering|staring|filming|camped|sat|stood|waited|standing ~5 my|our|the ~2 house|home|door|flat|window|windows|street|driveway|work|school|building|garden|yard|front_door|shop|store|apartment|place|car|porch|gate !for_sale|delivery_driver|for_the_driver|in_the_picture|listing
!i_am|i|we_are|we|im|and_i_am parked|waiting|sitting|standing|lurking ~2 outside ~1 my|our|the|right|now !warehouse_for
outside|at|near|by|in_front_of ~1 my|our ~1 house|home|door|window|flat|apartment|front_door|doorstep ~1 right_now|now|again|with|for_hours|at_night|all_night|watching|and_will_not|tonight|screaming|shouting|asking|demanding
@they ~4 come|comes|came|coming|showed|shows|showing|show|turned|turning|turn|appeared|appears|drove|driven|walked|been|knocked|knocking|visited|rang ~2 to|at|up|by|on|round|over|past ~3 my|our ~2 house|home|door|doorstep|flat|work|workplace|school|apartment|place|job|shop|porch|studio ~1 !to_collect|to_pick|with_the_parcel|to_deliver|to_inspect|for_the_pickup|as_agreed|to_view|for_pickup|on_time|with_my_parcel|with_the_package|and_left_a_card|for_collection
follow|follows|followed|following ~2 me|us|my|her|him ~1 home|car|around|everywhere|to|from|kids|daughter|son|wife !back|on_the_app|on_instagram|shop|store|page|account|stream|channel
stalk|stalks|stalked|stalking|stalker ~1 !the_listing|listing|this_listing|this|the_auction|that|your_listings|the_lot|figure|your_store|card|of|stands|item|the|lot|my_listings
being stalked|followed|watched|hunted|doxxed|doxed|harassed_at_home
my|have|this stalker ~1 !of_listings
a stalker ~2 found|is|has|knows|keeps|who|outside|again
watch|watches|watching|watched ~1 me|my_house|our_house|my_kids|us|my_home|my_family|my_windows !bid|list|this|the_stream
@they ~3 has|have|sent|sends|messaged|texted|emailed|mailed|left|shared|keeps|sending|took|taking|takes|taken|got|posted|posting ~4 photo|photos|video|videos ~3 of ~2 my|our ~2 house|home|door|street|kids|daughter|son|car|family|school|front|wife|flat|building|apartment|window ~1 !number|cards|collection|museum|card
@they ~5 found|find|knows|know|has|have|tracked|figured|got|discovered|knows ~4 where ~1 i|we|my|our|she|he|kids ~2 live|lives|work|works|school|sleep|staying|am|daughter|son|goes|go|stay
@they ~4 found|find|tracked|tracking|track|located ~1 my|our|me ~1 house|home|address|down|flat|workplace|family|school !number|for_the_refund|and_delivered|to_deliver
tracker|airtag|gps|hidden_camera|spy_camera ~4 car|bag|coat|parcel|package|box|follow*|found|track*|hidden|inside !for_sale|charger|case|holder
slashed|cut|smashed|poisoned|killed|vandalised|vandalized|keyed|shot|threw|broke|burned|burnt ~2 my|our|the ~1 tires|tyres|car|windows|window|dog|cat|brick|door|house|mailbox|pet !off|with_feedback|hopes|heart|price
dog|cat|pet ~3 poisoned|killed|dead|hurt|dies ~2 !toy|figure|plush|figurine
dead ~1 animal|rat|bird|cat|mouse|flowers ~4 sent|mail|door|parcel|package|box|doorstep|porch|envelope|posted|received
mailed|sent|posted|left|received|got|found ~3 dead ~1 bird|rat|animal|mouse|fish|cat|flowers|roses ~1 !from_the_vase|stock
photo|photos|video|picture ~2 of ~1 me ~2 asleep|sleeping|naked|undressed|at_home|through|walking|in_my_bed|in_my_room|in_the_shower|getting
under|on|in ~1 my ~1 windshield|wiper|windscreen|pillow|mailbox|doormat ~6 photo|knife|threat*|asleep|bullet|watching
notes|note|letters|flowers|gifts ~2 under|on|in ~2 my ~1 windshield|wiper|windscreen|pillow|doormat|locker ~1 !from_the_seller
ex|stalker|he|she|man|guy|fan|viewer|husband|boyfriend ~4 at|in ~1 my|our ~1 building|house|work|door|lobby|street|hotel|gym|school|office|block|workplace|yard|garden ~2 asking|again|right_now|looking|waiting|yelling|screaming|every|demanding|shouting
ask|asking|asks|asked ~2 my? ~1 neighbours|neighbors|neighbour|neighbor|coworkers|colleagues|doorman|landlord ~3 me|i_live|i_am|my|where
dead ~1 rat|animal|bird|mouse|fish in ~1 parcel|package|box|envelope|mail|mailbox
brick ~2 through
swat|swats|swatted|swatting ~1 !team_figure|team|lego|vehicle|flies|at|car|figure|figures
`,
    ],
    [
      'doxxed',
      'emergency',
      'reports that somebody spread a private address',
      `
dox|doxx|doxxed|doxed|doxxing|doxing|doxes|doxxes
@they|chat|viewers|have|has|been|posting|and|my|is ~4 posted|posts|posting|shared|sharing|leaked|leaking|read|reading|published|publishing|spread|spreading|gave|giving|revealed|put|dropped|showed|dropping|shouted|announced|broadcast|told|displayed|listed|tweeted|post ~6 address|phone_number|where_i_live|where_we_live|home|workplace|school|street|addresses|number_and_address|full_name|real_name|personal_information|personal_info|private_information ~6 chat|stream|online|public|publicly|everyone|twitter|discord|reddit|facebook|live|forum|telegram|tiktok|group|internet|comments|viewers|show|people|visit|instagram|feed|youtube|strangers|room|server|channel|thread
address|phone_number|full_name|personal_details|number|real_name ~8 is|was|were|being|got|been|are|now ~2 posted|shared|leaked|published|online|spread|everywhere|public|on|read_out|pinned|going_around|circulating ~4 chat|stream|online|publicly|everyone|twitter|discord|reddit|facebook|live|forum|telegram|tiktok|internet|comments|public|show|viewers
people|strangers|men|someone|viewers|fans|they ~4 showing|show|shown|turned|turning|coming|came|come|ringing ~2 up|to|at ~3 my|our ~1 house|door|home|place|work|doorbell
found|find|finds|knows|know|posted|typed|wrote ~6 school ~4 kids|daughter|son|child|goes|go|attend !for_sale
ring|rings|ringing|knocking|knock|buzzing ~1 my|our|the ~1 bell|doorbell|door ~1 !app|camera
when|time|times ~1 i|you|she|he|we ~1 leave|leaves|left|come|get ~1 house|home|work|the_house|my_house|your_house|for_work ~4 !feedback
sent|typed|posted|replied|wrote|messaged ~4 my ~1 street|address|house|town|neighborhood|workplace|license|full_name|home
pay|paying|give ~1 me|him|her|us|you|them a ~1 visit !the_site|your_store|store|shop
told|telling|asked|encouraging|sending ~4 people|viewers|everyone|followers|chat|them ~5 house|visit|address|door|attack|come_after|find_me|find_him|find_her|hurt
`,
    ],
    [
      'knows-address',
      'urgent',
      'says that somebody hostile has their address',
      `
@they|and|also ~4 has|have|got|knows|know|found|posted|wrote|sent|keeps_sending|uses|saw|kept ~2 my|our ~2 address|house|home_address|number_and_address|location !wrong|on_file|on_record|to_ship|for_the|correct|confirmed|right|label|from_the_order|updated|to_the_wrong|changed|as
my|our ~1 address ~3 from|off|on ~2 label|parcel|package|invoice|receipt|slip
knows my|our ~1 address|name|school|house|kids|family|daughter|son|routine
posted|leaked|shared ~1 my ~2 address|number|photo|name|info|information|details
`,
      { facet: 'address', points: 2 },
    ],
    [
      'scared',
      'high',
      'is scared',
      `
i|me|we|so|am|im|really|very|too ~2 scared|terrified|frightened|petrified|fear|freaking_out|afraid|scare ~1 !to_open_it_in_case|of_losing|of_damaging|to_ship|it_is_fake|of_buying|to_send_it|to_buy|of_missing|of_spiders|it_will_break|it_may|i_have_lost|i_will_lose|i_might_lose|that_the_card|it_is_lost|the_card|the_parcel|it_got_lost|i_overpaid|i_bought_a_fake|it_may_be|that_i_overpaid
scared ~1 for|of ~1 my ~1 life|safety|family|kids|him|wife
help me|please_help|urgent|hurry|emergency !find|track|list|understand|with_the_app|log|reset
hiding|shaking|trembling|can_not_sleep|cannot_sleep
not|dont ~1 feel ~1 safe|secure
called|call|calling ~2 police|cops|911
`,
      { facet: 'scared', points: 1 },
    ],
    [
      'hostile-contact',
      'high',
      'reports hostile or repeated unwanted contact',
      `
keeps|keep|wont_stop|not_stop|constantly|nonstop|kept ~2 messaging|texting|calling|sending|contacting|harassing|phoning|dming|emailing|following|writing ~1 !tracking|updates|invoices|reminders|promotional|notifications
made|makes|created|creates ~3 new|another|fake|dozen ~1 account|accounts|profile|profiles ~6 contact|message|bid|harass|block|blocked|me|find
in|on|to my instagram|facebook|personal|work|mother's|wife's ~3 messages|inbox|account
follow|followed|tracked ~1 me|down ~2 on|across ~1 instagram|facebook|other|every
obsessed with|about me
angry|furious|raging|aggressive|violent|unhinged|drunk|deranged|psycho ~3 buyer|seller|man|guy|message|messages|he|person|customer|bidder|phone
revenge|vengeance|payback !of|reserve|card
we|i ~1 will|gonna ~1 see ~1 you|u ~1 soon|tonight|real_soon
see ~1 you|u ~1 soon|tonight|real_soon ~1 !at_the|for_pickup|on_the|on_stream|in_the
i will find|get|come you|u
find|get ~1 you|u ~1 !a|the|another|your|refund|sorted|one|some
ex|ex_husband|ex_wife|ex_boyfriend|ex_partner ~6 account|bidding|bid|address|found|messages|watching|follows|logged|password|order
`,
      { facet: 'contact', points: 1 },
    ],
    [
      'danger-time',
      'normal',
      'names a time',
      `
tonight|today|soon|right_now|tomorrow|this_weekend|on_his_way|on_their_way|on_the_way|heading_here|driving_here|any_minute
`,
      { facet: 'time', points: 1, yields: ['idiom', 'title', 'fiction'] },
    ],
    [
      'weapon',
      'high',
      'mentions a weapon',
      `
gun|knife|weapon|axe|machete|emojiknife|emojigun|bullet|bullets|bat_and|baseball_bat|acid|petrol|gasoline|hammer|crowbar|emojiblood|rifle|explosive|bomb|armed !collection|replica|prop|card|toy|bath|set|auction|lot|case|rack|belt|for_sale|listing|display|sheath|smith|n_roses|making|maker|maker's|handle|stand|sharpener|dealer|squad|disc
`,
      { facet: 'weapon', points: 1, yields: ['idiom', 'title', 'fiction', 'negation', 'past'] },
    ],
    [
      'weapon-shown',
      'urgent',
      'reports that a weapon was shown to them',
      `
sent|sends|sending|messaged|messages|keeps|posted|commented|replied|pics|photo|photos ~6 emojiknife|emojigun|emojicoffin|emojiblood|gun|knife|bullet !for_sale|listing|lot|auction|from_the|in_the_lot
emojiknife emojiknife|emojiblood|emojicoffin
emojigun emojigun|emojicoffin
`,
      { facet: 'weapon', points: 2, yields: ['idiom', 'title', 'fiction', 'negation'] },
    ],
    [
      'threat-like',
      'high',
      'reports hostile words',
      `
@they ~5 get_me|find_me|make_me_pay|make_me_regret|make_me_sorry|find_us|get_us|come_for_me|come_for_us|ruin_my_life|destroy_my_life|destroy_me|make_you_pay|deal_with_me|end_me|teach_me_a_lesson
`,
      { facet: 'threat', points: 3 },
    ],
    [
      'threat-maybe',
      'high',
      'reports hostile words',
      `
you|ur|u ~2 will ~2 regret|pay|sorry|sleep_well|watching_you|get_yours|get_what|wish_you ~1 !losing|this_decision|treating|my_business|selling|it_when_i_leave|passing|missing|not_buying|for_the_item|for_shipping|for_it|fees|by_card|extra|with_card|the_difference|tomorrow|shipping
made|makes|making|sent|receive* ~2 threat|threats|threatening ~1 !of_legal
intimidating|menacing|threatening
`,
      { facet: 'threat', points: 2 },
    ],
  ],
);
