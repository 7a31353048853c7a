/** Words that turn the phrase after them into its opposite. */
export const NEGATORS = 'not|never|nor|without|neither|nobody|hardly|zero|denied|deny|denies';

/** Words that may stand between a negator and what it negates: "not *going to ever* hurt". */
export const FILLERS =
  'one|i|am|was|were|is|are|be|been|being|will|would|ever|going|to|want|wanted|wants|wanting|trying|try|tried|thinking|think|thought|thoughts|thinks|about|plan|plans|planning|planned|that|intend|intended|intending|intention|intentions|intends|suicidal|feel|feeling|having|have|had|has|any|of|really|actually|a|an|the|do|did|does|anything|such|as|or|and|even|once|here|kind|it|desire|wish|wishes|urge|urges|interest|longer|at|all|in|he|she|they|we|you|threatened|threaten|threatening|threats|threat|made|make|my|your|his|her|their|him|mean|meant|said|say|saying|suggest|suggesting|suggested|currently|remotely|could|possibly|dream|dreaming|like|anyone|anybody|somebody|someone|people|me|commit|committing|should|risk|danger|intent';

/** "No" negates only when one of these follows: "no plans to", but not "no, I am going to". */
export const NO_NOUNS =
  'plan|plans|intention|intentions|thoughts|thought|desire|wish|urge|urges|interest|longer|suicidal|threat|threats|danger|one|risk|intent|need';

/** "Why not", "can not stop", "no reason not to": the negator does not negate. */
export const UNNEGATORS = 'why|reason|might|may|think|lie|sure|if|promise|trust|guarantee|unless|doubt';

/** Verbs that put the act itself into the past. */
export const PAST_VERBS =
  'was|were|tried|wanted|attempted|thought|had|did|felt|survived|overdosed|planned|used|took|cut|threatened|went|said|told|considered|contemplated|came|hurt|killed|died|been|struggled|happened|caught|got|wrote|sent|made|swallowed|self|attempt|history|stalked|hit|beat|attacked|received|posted|suicide|knew|lost|left|ran|escaped|fled|healed|shorted|burned|escaped|saw|took|pulled|pointed|waved|robbed|mugged|followed';

/** Around a quotation these say that a real person spoke. */
export const REAL_SPEAKERS =
  'buyer|seller|he|she|they|customer|host|streamer|bidder|winner|guy|man|woman|dude|person|someone|somebody|user|him|her|husband|wife|boyfriend|girlfriend|ex|neighbour|neighbor|stranger|messaged|texted|commented|voicemail|me';

/** A figure of speech weakens a phrase with one of these only when it includes the word. */
export const REFLEXIVES = 'myself|himself|herself|themselves|ourselves';

/** People of the marketplace: a phrase with one of them tells of life, not of a film. */
export const REAL_PERSONS =
  'buyer|seller|customer|host|streamer|bidder|winner|user|husband|wife|boyfriend|girlfriend|ex|neighbour|viewer|baby|daughter|son|toddler|kid|mother|father';
