"""Cues: the small words that tell what the words beside them are.

Nothing enters; frozen sets of folded words leave.
"""

from __future__ import annotations


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


# Right before an organisation.
AT = _words("@ at choose chose join joined joining leave leaving")
# Right before a person: «thanks Marco», «met Ines».
TO_PERSON = _words(
    "am ask asked call called cheers dear hello hey hi i'm im is it's its know knows let meet meeting "
    "met name's named sign ta tell thank thanks told"
)
# Before a person where a word of talk comes before: «spoke with».
WITH = _words("and by from to w/ with")
# Words of talk: «a call with Emma», «say hi to».
TALK = _words(
    "call chat chats coffee conversation conversations greetings hello hi interview interviewed "
    "interviews lunch meeting met pass reach regards say session speak speaking spoke spoken talk "
    "talked talking thank thanks time wishes word"
)
# Before «to» and «from» and a place.
MOVE = _words(
    "back come commute commuting drive fly move moved moves moving posted relocate relocated relocating "
    "relocation return transfer transferred travel"
)
# Right before a place.
IN = _words("across around based in inside near outside visit visiting")
# Before the name of an organisation, or of something else.
BELONGING = _words("at by for from inside join joining of than to with within")
# Before an organisation rather than a person.
BEFORE_COMPANY = _words("at for join joining of than with")
# Between the verb and a job title: «the X role».
BEFORE_TITLE = _words("a an the this your")
# Before «a» or «an» and a job title: «joining you as a X».
OFFERING = _words("as become join me you")
# After a company in the greeting: «Dear Northfield team».
GROUPS = _words("board hiring hr people recruiting recruitment talent team")
# Right after a job title that ends: «as a X at».
AFTER_TITLE = _words("and as at because but for from in on to with")
# Verbs that follow the name of a person.
PERSON_VERBS = _words(
    "asked called emailed explained gave interviewed introduced mentioned promised said says shared "
    "showed suggested told who wrote"
)
# Words that «of» joins to a name: «Bank of America».
INSTITUTIONS = _words(
    "academy agency association authority bank bay board bureau center centre chamber church city "
    "college community conservatoire conservatory council court department district faculty federation "
    "foundation "
    "guild hospital house institute isle kingdom league ministry museum office order port republic "
    "school society state states union university"
)
# Before an organisation in lower case.
AT_OR_FROM = _words("@ at by for from join joined joining leave leaving of than")
# Before an organisation for sure: «job at zalando».
JOINING = _words("@ at join joined joining")
# Before a person in lower case.
LOWER_TO_PERSON = _words(
    "ask asked best cheers dear hello hey hi hiya i'm im it's its love meet meeting met regards sign "
    "sincerely ta tell thank thanks thx told ty w/ with yours"
)
# Before «to» and a place in lower case.
MOVING = _words("back commute commuting down move moved moving over posted relocate relocated relocating up")
# Before «from», «for» and «of» and an organisation.
OFFERED = _words(
    "email interview job mail offer offers people position recruiter role team work worked working"
)
# Inside a name: «van der Berg».
PARTICLES = _words("& al bin da de del den der di el la le van von")
# After «hi», and yet no name.
NOT_ADDRESSED = _words(
    "again all board both colleagues committee everybody everyone folks friends gents guys hiring human "
    "ladies madam manager neighbors neighbours panel people recruiter recruiting recruitment resources "
    "sir sirs team there you"
)
# Never inside the name of a company in lower case.
NOT_IN_COMPANY = _words(
    "a about after an and another any art as at be before big business but company current different "
    "elementary for former from good graduate great her high him his in is it law local me medical "
    "middle my new nice of old on one or other our private public same small some that the their them "
    "this to us was whole with you your"
)
# After a job title of several words: «the data analyst thing».
ROLE_FOLLOWERS = _words(
    "contract gig internship job jobs offer opening opportunity placement position positions post "
    "posting posts role roles seat slot spot thing traineeship vacancy"
)
# After any job title: «the welder job».
SURE_FOLLOWERS = _words("gig job jobs opening position positions post posting role roles vacancy")
# Before «of» or «as» and a job title: «position of».
ROLE_HEADS = _words("capacity gig job offer office place position post role spot title vacancy work")
# Between «as» and a job title.
ARTICLES = _words("a an our the their your")
# Titles that go on with «of» or «in»: «Head of Growth».
HEADS = _words(
    "chief clerk curator dean director evp head keeper lead lecturer manager master officer president "
    "professor reader registrar secretary svp teacher vp warden"
)
# Before a title in lower case that is not the job spoken of: «her line manager».
OWNERS = _words("and another any by each every from her his my no or other some that this with")
# Never inside a job title: «the right role».
NOT_IN_TITLE = _words(
    "amazing and are as at be best better by current exciting first for fun good great hiring ideal in "
    "is last my new next not of on open or other our perfect really remote right same second to very "
    "was whole with wonderful your"
)
# Before the word for a job, where it says what sort of job it is and not which: «a dead-end night job».
NOT_IN_FRAME = _words(
    "a about actual afternoon all-round am an another at awful bad be been being bigger boring by came "
    "cheap contract crap daft damn day dead-end decent different dream dull dumb easier easy evening "
    "existing extra fake fancy fixed-term former from full full-time funny gets getting got great-paying "
    "had has have having horrible house i in- interesting into it joke junior just like little local long "
    "lousy lovely low low-paid made main miserable more morning my nice night no of offered old one own paid "
    "part part-time past pathetic permanent present previous proper quiet re regarding regular rotten "
    "rubbish said same- senior short side silly similar so so-called stable steady strange stupid "
    "summer temporary terrible that the their these this three to top tough trial two ugly unpaid "
    "useless weekend weird well-paid which will with without worse would you zero-hours"
)
# Capitals that open a sentence before a job title.
NOT_FIRST = _words("a as dear for hello hi my offer our re subject thank thanks the your")
# Any of these, or a digit, makes a search for dates worth its time.
CALENDAR_WORDS = _words(
    "apr april aug august dec december feb february fri friday fridays jan january jul july jun june "
    "mar march may mon monday mondays nov november oct october sat saturday saturdays sep sept "
    "september sun sunday sundays thu thur thurs thursday thursdays tomorrow tonight tue tues tuesday "
    "tuesdays wed wednesday wednesdays"
)
# After a number in words: «ninety percent».
SPOKEN_UNITS = _words("cent dollars euros grand lakh lakhs million percent pounds thousand")
# Dates only where the word before says so.
DOUBTFUL_DATES = _words(
    "apr aug dec feb fri jan jul jun mar march may mon nov oct sat sep sept sun thu thur thurs tue tues wed"
)
# Ordinary words or names as often as dates.
ALSO_WORDS = _words("jan jun mar march may sat sun wed")
# Before a bare year.
YEAR_PREPOSITIONS = _words("after before by during from in of since till until")
