namespace Lasco.Research.Roaming.Rules;

/// <summary>The words of photographs and of questions about them, by the part that they play.</summary>
internal static class WordLists
{
    public const string Determiners = "the a an this that these those my your his her its our their some any no every each either neither another all both half several many few most much enough more fewer less";

    public const string Pronouns = "i you he she it we they me him us them this that these those there everyone everybody everything someone somebody something anyone anybody anything nobody nothing none one here mine yours hers theirs himself herself itself themselves";

    public const string Prepositions = """
        of in on at by with without from to into onto off over under underneath beneath below above behind before after beside besides between
        among amongst near next inside outside within through throughout across along around against toward towards during until since for about past
        via beyond upon atop alongside opposite like unlike as than per despite except amid
        """;

    /// <summary>Prepositions and adverbs that make one verb of it with the word before: <c>pick up</c>, <c>turn on</c>.</summary>
    public const string Particles = "up down on off out in over away back together apart around along through";

    public const string Conjunctions = "and or but nor because while if when so";

    public const string Auxiliaries = "is are was were am be been being do does did can could will would shall should may might must has have had";

    public const string Wh = "what which who whom whose where when why how";

    public const string Adverbs = """
        not very too so quite really still just only also already currently always never ever usually often actually probably likely possibly
        really almost nearly mostly mainly fully completely partially partly slightly somewhat properly correctly safely well fast hard together apart
        alone outside inside outdoors indoors upstairs downstairs upside downward downwards upward upwards forward forwards backward backwards
        sideways here there now today tonight anymore yet again away back down up out off left right straight ahead overhead nearby
        underwater abroad downtown around more most less least as even both currently about approximately
        """;

    public const string Adjectives = """
        able abstract active afraid alike alive alone amazing ancient angry antique asleep athletic attached attractive automatic available awake aware away awesome awful
        bad bald balding bare barefoot beautiful beige bent best better big bigger biggest bitter black blank bland blind blond blonde blue blurry bold bored boring bottom brave brick bright brighter brightest broken bronze brown brunette bumpy burnt busy
        calm carpeted casual ceramic certain cheap cheerful chilly choppy chubby circular clean cleaner clear clockwise close closed closer closest cloudy cluttered coed cold colder colored colorful colorless comfortable comfy common complete complex concrete cooked cool cordless correct cotton cozy crazy creamy crisp crispy crooked crossed crowded curious curly current curved cute
        dairy damaged damp dangerous dark darker dead decorative deep deeper delicious dense detailed different difficult digital dim dirty disabled distant domestic domesticated double drunk dry dull dusty
        early easy edible elderly electric electrical electronic elegant empty endangered enclosed enormous entire equal even evil exotic expensive extinct extra
        facial fair fake false familiar famous fancy far fast faster fat favorite feminine few final fine firm first flaky flat floppy floral fluffy flush foggy foreign formal fragile free fresh fried friendly frilly front frosted frozen frumpy full fuller fun funny furry furthest fuzzy
        gay generic gentle giant glad glossy gold golden good gothic graceful grainy grassy gray great greasy green grey gross grown
        hairless hairy handmade handsome happier happy hard harmful hazy healthier healthy heavier heavy high higher highest hilly hollow homemade horizontal hot hotter huge human humid hungry
        icy identical ill illegal important incomplete indoor industrial injured intact interested interesting iron
        jealous juicy
        large larger largest last late lazy leafless lean leather left left-handed legal legible level light lighter likely lit little lively local lonely long longer longest loose lost loud lovely low lower lowest lucky lush
        mad male female manual married masculine massive matte mature mean medium melted mens messy metal metallic middle minimal mixed modern moist multicolored multiple muddy
        naked narrow nasty natural neat necessary nervous neutral new newer nice night noisy normal nude numerous
        oblong obvious odd ok okay old older oldest online open orange organic ornate other outdoor oval overcast overgrown overweight own
        pale paper partial patient patriotic paved peaceful perfect perpendicular physical pink plaid plain plastic playful pleasant plump pointed pointy poisonous polite poor popular possible powdered powerful precious pregnant prepared present pretty primitive private professional proper protective proud public pure purple
        quick quiet
        rainy rare raw ready real realistic recent rectangular red reddish reflective regular relaxed residential retro rich right right-handed ripe rocky romantic rotten rough round rude rural rusty
        sad safe salty same sandy scary scared scattered secure selfish separate serious severe shady shaggy shallow sharp shiny short shorter shortest shy sick silent silly silver similar simple single skinny sleepy slender slick slim slippery slow sloppy small smaller smallest smart smooth snowy sober social soft soggy solid sore sour spacious spare special spicy spiky spotted spotless square stable stale standard steep sticky stiff still stormy straight strange striped stripped strong stuck stuffed stupid stylish suburban sunny super sure sweet symmetrical
        taboo tall taller tallest tame tan tasty teal tender tense thick thin third thirsty tidy tight tinted tiny tired toasted top topless total tough toy traditional transparent triangular tropical true turquoise twin typical
        ugly unable uncomfortable underwater uneven unhappy unhealthy uniform unique unknown unlit unopened unripe unsafe unusual upright upset upscale urban urgent used useful usual
        vacant valuable various vegan vegetarian vertical vibrant violent visible vintage
        warm warmer wavy weak wealthy weird wet white whole wide wider wild windy wise wireless womens wooden woolen worn worried worse worst wrinkled wrinkly wrong
        yellow yellowish young younger youngest yummy
        black-and-white bluish greenish maroon navy khaki lavender magenta cyan rust
        average adult baby bare-chested bilingual christian chinese japanese italian american asian mexican french german british indian greek thai african hispanic caucasian european english spanish russian canadian korean vietnamese
        accurate adorable appropriate artificial artistic awkward believable broad brand-new candid capable careful cheesy childish clever commercial considerate constant convenient creative crunchy cultural daily deadly decorated delicate dented desolate determined direct disposable dressy drinkable drivable elevated emotional energetic excited exciting exhausted expired fashionable fattening faint festive filthy fit flammable flexible focused folded foldable foamy frisky frustrated fluorescent grumpy guilty handicapped harsh helpful hidden historic historical hostile humorous inclined indian inexpensive infected informal inner interested intelligent joyful kind lame licensed lit loaded located lopsided magnetic mechanical medical mobile moldy moving muscular mushy musical nautical navigable nutritious obese oily operational optional original outer outdoorsy overripe oversized painful passenger personal pitched plentiful portable positive potted pricey printed productive prohibited pure radiant refreshing religious responsible respectful restful rustic sanitary satisfied savory scenic senior sexy shaded shaped sheer shiny sideways significant skilled skillful sleeveless slanted sliced smelly smoky snug sparse spherical sporty stormy strict stressed stretched strapless successful suitable sunburned sunlit surprised suspicious swollen talented tangled tattered technical textured tiled timid translucent trendy tufted unattended uncooked undecided underage uniform unoccupied unpaved upside-down vacant victorian vivid watery waterproof wavy weathered well-lit wintery withered wonderful worldwide zoomed
        """;

    /// <summary>Nouns that their form or another list would have taken for something else.</summary>
    public const string Nouns = """
        building ceiling painting clothing lighting evening morning railing awning string ring king wing thing swing spring sling sibling duckling pudding frosting icing dressing topping stuffing meeting crossing landing siding
        flooring covering parking wedding earring drawing carving handwriting writing seating fencing bedding stocking housing opening wiring boxing skiing surfing skateboarding snowboarding jumping bowling swimming
        something anything nothing everything lightning reading planking molding plating coating serving dining living
        bed shed sled seed weed speed feed steed need reed breed hundred moped
        family fly belly jelly butterfly lily ally bully supply reply assembly
        light orange glass metal wood brick paper plastic leather cotton iron gold silver concrete stone rubber steel marble tile square circle oval rectangle triangle octagon diamond round male female adult human baby
        top bottom middle center back front left right side corner edge end night day bike bus cold fire kitchen toy twin senior passenger public present kind total fat past level paint
        stop sign street play player match plate place show look work watch drink walk run cut hand face head eye nose mouth arm leg foot park train plane ship boat fish bear seal duck bat ball cover light cook cross dance dress fence field fan flower frame
        hit host house jump kiss knife land laugh lead leash leave line lock love mark mask milk mirror name nail note number order pack pair pass phone picture photo pile pitch plant point pool post pot press
        print pull purse push race rack rain ramp ride ring rock roll roof rope row sail sale salt sand sauce saw scale score screen seat shadow shape share shave shelf shirt shop shot shower sink skate skateboard ski sleep slice slide smell
        smile smoke snow snowboard sound spot spray stack stage stair stamp stand star start steam step stick store storm stove study stuff style suit sun surf surfboard swing switch table tail talk tap taste team text tie time tip toast tour
        towel tower trail trap trash tree trick trip trunk try turn type umbrella use view visit wait wall wash waste water wave wear wheel whip wind window wish yard yellow red blue green white black brown pink purple gray grey tan
        cat dog horse cow sheep elephant giraffe zebra bird man woman boy girl person child lady guy kid people men women children
        coat collar color colour comb control cost count course cream crowd cup curve design desk dish display doubt drain draw drive drop dust exit fall farm fight fill film finger fit flag flash flat float flood floor focus fold force fork form
        frost fuel glow grill grip group guard guide guess hat heat help hike hold hole home hook hug hunt ice increase inside iron jam job joke judge juice kick lap lift list load lunch mail map marry measure meet melt mix model motion mount
        move nap need nest net offer oil outside own oven pay peel pet pick plow plug poke pose pour powder practice prize puddle puzzle queue question quiet reach rest return reward rise risk rule scratch seat set shade shock signal size skin slope
        splash split sport spread squat squeeze stain stare stay stare steer stir stitch stretch strike support surprise sweat sweep swim tackle tag tank tear test thought throw tilt touch toss track trade trim truck truth tunnel vacation value
        voice vote warning wake wedding weight wink wonder wrap wrist yawn zoom tv television laptop computer monitor lamp headlight fountain engine faucet heater
        ground bowl cycle nurse kayak host catch comb load lock lounge parallel pile plug post power race season signal store string supply trade win board block blow bark balance call check climb cheer chase coach copy crack crash display exercise
        haul pedal perch photograph present project repair rub sprinkle strap travel treat clap kneel fold label groom season staff spread rubbish burn bend bite brush bounce
        remote controller cd dvd pc dj meter room hydrant cake pizza sandwich bench couch cabinet counter bottle blanket bag curtain door chair clock bathroom bedroom teddy refrigerator microwave keyboard suitcase backpack helmet glove racket net jacket
        animal food fruit vegetable vehicle car motorcycle bicycle van airplane jet station road sidewalk
        """;

    /// <summary>Nouns without a plural or an indefinite article.</summary>
    public const string MassNouns = """
        coal diesel
        water wine beer milk juice coffee tea soda lemonade alcohol champagne liquor coke sprite pepsi vodka whiskey rum cider broth syrup
        rice bread pasta spaghetti butter cheese meat beef pork chicken turkey ham bacon steak seafood salmon tuna shrimp sushi fish soup cereal oatmeal corn cabbage broccoli lettuce spinach celery kale asparagus cauliflower parsley cilantro basil garlic ginger salad salsa guacamole ketchup mustard mayo mayonnaise sauce gravy honey jam jelly frosting icing chocolate vanilla cream whipped sugar flour salt pepper cinnamon oil vinegar food fruit fruits pizza cake candy popcorn toast granola tofu hummus cheddar mozzarella feta parmesan pepperoni sausage yogurt
        grass snow sand dirt mud ice gravel hay straw water fog smoke steam dust rain sunlight sunshine lightning wind fire lava foliage greenery vegetation bamboo ivy moss wool fur hair skin fabric cloth cotton silk denim leather lace linen nylon polyester velvet suede felt yarn
        wood metal plastic glass paper cardboard brick stone concrete cement steel iron aluminum aluminium rubber marble granite ceramic porcelain clay tile linoleum carpet wicker bamboo gold silver bronze brass copper styrofoam foil formica stucco asphalt pavement vinyl tin
        tennis baseball soccer football basketball volleyball hockey golf softball cricket rugby badminton polo lacrosse boxing wrestling skiing snowboarding surfing skateboarding swimming bowling cycling biking rowing gymnastics karate yoga chess wii skating sailing kayaking parasailing windsurfing kiteboarding
        furniture clothing luggage jewelry equipment machinery traffic garbage trash litter junk money cash change art artwork graffiti writing text information news music advice homework laundry makeup lipstick scenery weather safety protection fun shade decoration warmth comfort transportation exercise work mail paint advertising bedding glue tape shampoo soap toothpaste lotion sunscreen toilet underwear silverware cutlery china dinnerware glassware
        breakfast lunch dinner dessert brunch night day noon midnight dusk dawn daytime nighttime evening morning afternoon winter summer spring fall autumn time
        left right north south east west up down nothing everything something anything gas gasoline electricity power heat air oxygen plaid camo camouflage parking mulch flooring seating lighting siding
        """;

    /// <summary>Singular and plural, where no rule leads from the one to the other; equal words have one form.</summary>
    public const string IrregularPlurals = """
        tv tvs
        man men woman women child children person people foot feet tooth teeth goose geese mouse mice ox oxen die dice
        knife knives leaf leaves loaf loaves shelf shelves wolf wolves calf calves half halves life lives wife wives scarf scarves hoof hooves thief thieves elf elves
        sheep sheep deer deer moose moose bison bison fish fish aircraft aircraft species species series series cattle cattle police police offspring offspring broccoli broccoli
        fireman firemen policeman policemen fisherman fishermen snowman snowmen businessman businessmen gentleman gentlemen cowboy cowboys grandchild grandchildren
        potato potatoes tomato tomatoes hero heroes mango mangoes cactus cacti octopus octopuses bus buses gas gases lens lenses iris irises walrus walruses mattress mattresses canvas canvases axis axes
        skateboarder skateboarders passerby passersby salesman salesmen workman workmen snowboarder snowboarders bookshelf bookshelves
        """;

    /// <summary>Nouns that have a plural only.</summary>
    public const string PluralOnly = "pants jeans shorts glasses sunglasses scissors clothes trousers tights leggings goggles binoculars tongs pliers pajamas slacks khakis headphones overalls stairs groceries leftovers blinds bleachers fries chips nachos grapes";

    /// <summary>Singular nouns that end in s.</summary>
    public const string SingularInS = "bus glass lens tennis chess grass gas dress cactus hummus asparagus christmas swiss canvas species series news physics mattress moss boss class pass mass kiss cross brass bass mess compass princess hostess waitress actress goddess walrus octopus campus chaos crocus citrus circus virus iris molasses citrus thermos hibiscus lotus focus menus harness wilderness business fitness illness happiness darkness wellness gymnastics mercedes adidas las vegas texas paris dallas kansas wetness james jesus swiss bliss this his its is was has does yes us gps dvds texas lacrosse lowes reeds";

    /// <summary>Base forms of verbs that are rarely nouns; regular unless in <see cref="IrregularVerbs"/>.</summary>
    public const string Verbs = """
        accept add admire adopt afford agree allow amuse appear apply approach argue arrive ask assist attach attack attempt attend attract avoid balance bake bark bathe beg belong bend blend block blow board boil bounce brush browse bury buy
        call carry catch celebrate chase chat cheer chew chop clap clean clear climb close collect combine come compete complete connect consider consist consume contain continue control cook cool correspond cough count cover crack crash crawl create cross crouch cry cut
        dance decorate deliver depict describe die dig dine dip direct dive dock draw dress drink drive drop dry earn eat enjoy enter erupt escape exceed exist expect explain express extend face fall feed feel fetch fight fill find finish fit fix float fly fold follow forget form freeze function
        get give glow go grab graze greet grill grind grow guard guess hang happen hate have hear help hide hike hit hold hope hop hug hunt hurt identify imagine include indicate intend involve iron itch jog join juggle jump keep kick kiss kneel knock know
        land laugh lay lead lean learn leave let lick lie lift lighten like listen live look lose love make manufacture march match mean meet melt mind miss mow move need offer open operate own pack paint park participate pass pat pause pay pedal peel perch perform pet pick pitch place plan play point pose pour practice pray prefer prepare present press prevent produce protect provide pull push put
        reach read receive recognize reflect relax remain remind remove represent require resemble rest return ride ring rise roll row run sail say scratch search see seem sell send separate serve share shave shine shoot shop show shut sign sing sink sit skate skateboard ski sleep slice slide smell smile smoke smooth snow snowboard speak spell spend spin splash spray spread squat stack stand stare start stay steal steer step stick stir stop stretch strike study suggest support suppose surf surround swim swing
        take talk taste teach tell text think throw tie tilt toast touch tour tow train trap travel treat trick trim try turn twist type use visit wag wait wake walk want warm warn wash watch wave wear weigh win wipe wish work worry wrap write yawn yell
        advertise allude appreciate arrange assume behave blink bloom breathe brew burn bring catch charge check choose comb compare compose conduct contribute cost date dangle decide defend demonstrate deserve design destroy display distribute divide dominate dominate double dribble drip dunk elevate embrace employ empty exercise exhibit exit fasten film flip flow focus garnish gather generate glide groom haul heat host improve inspect install interact invent kayak knit last label light line load lock lounge lower maintain manage mark measure meditate mix model mount occupy occur obey order originate overlook parallel pile plug poke polish pop portray post power promote prohibit qualify queue race rain raise recline recycle refer refrigerate relate release remember rent repair replace roam rotate rub scare season seat sew shade shake shear signal slant slope sniff snuggle sort spill sprinkle squeeze stain store strap string style suit suckle supply surprise sway sweat sweep swallow swerve tackle tease tend toss trade transport trot tuck tug unload vary vote wade water win wink work yield zoom sunbathe
        photograph reside illuminate hover dock inhabit dispense navigate blend applaud converse celebrate cuddle nap nurse nibble bicycle bike cycle bowl bat catch host skydive snorkel parasail windsurf
        """;

    /// <summary>Base form, past, past participle.</summary>
    public const string IrregularVerbs = """
        be was been bear bore born beat beat beaten become became become begin began begun bend bent bent bite bit bitten bleed bled bled blow blew blown break broke broken bring brought brought build built built burst burst burst buy bought bought
        catch caught caught choose chose chosen come came come cost cost cost cut cut cut dig dug dug do did done draw drew drawn drink drank drunk drive drove driven eat ate eaten fall fell fallen feed fed fed feel felt felt fight fought fought find found found fly flew flown forget forgot forgotten freeze froze frozen
        get got gotten give gave given go went gone grow grew grown grind ground ground hang hung hung have had had hear heard heard hide hid hidden hit hit hit hold held held hurt hurt hurt keep kept kept kneel knelt knelt knit knit knit know knew known lay laid laid lead led led leave left left let let let lie lay lain light lit lit lose lost lost
        make made made mean meant meant meet met met overlook overlooked overlooked pay paid paid put put put read read read ride rode ridden ring rang rung rise rose risen run ran run say said said see saw seen sell sold sold send sent sent set set set sew sewed sewn shake shook shaken shear sheared shorn shine shone shone shoot shot shot show showed shown shut shut shut sing sang sung sink sank sunk sit sat sat sleep slept slept slide slid slid
        speak spoke spoken spend spent spent spin spun spun split split split spread spread spread stand stood stood steal stole stolen stick stuck stuck strike struck struck string strung strung sweep swept swept swim swam swum swing swung swung take took taken teach taught taught tear tore torn tell told told think thought thought throw threw thrown
        wake woke woken wear wore worn weave wove woven win won won wind wound wound write wrote written shave shaved shaven understand understood understood
        """;

    /// <summary>Verbs that double their last consonant before -ing and -ed.</summary>
    public const string Doubling = "bat beg chat chop clap cut dig dip drag drip drop fit flip get grab hit hop hug jog knit let mop nap pat pet pin plan plug pop put rip rub run set shop shut sit skip slap snap sniff spin spot stab step stir stop strap strip swim swap tag tan tap tip top tow trap trim trot tug wag win wrap zip bob refer occur skid split quit";

    /// <summary>Names, in their usual spelling.</summary>
    public const string ProperNouns = """
        Dell HP Apple Samsung Sony Nike Adidas Puma Reebok Wilson Toyota Honda Ford Chevrolet Chevy BMW Mercedes Volkswagen Nissan Jeep Dodge Subaru Kia Hyundai Audi Yamaha Suzuki Kawasaki Harley Volvo Lexus Fiat Ferrari Porsche
        Coke Pepsi Sprite Starbucks McDonald's Budweiser Heineken Corona Nokia Motorola LG Asus Acer Lenovo Toshiba Microsoft Logitech Nintendo Wii Canon Nikon Kodak Panasonic Vizio Google Verizon Burton Billabong Quiksilver Boeing Airbus Delta Lufthansa KLM Emirates Qantas JetBlue FedEx UPS Amtrak IKEA Walmart Crocs Converse Vans Colgate Crest Dole Chiquita Heinz Nutella Oreo Kitkat Hershey's
        London Paris Tokyo Chicago Boston Seattle Miami Dallas Denver Houston Philadelphia Detroit Atlanta Sydney Toronto Vancouver Berlin Rome Venice Madrid Barcelona Moscow Beijing Shanghai Dubai Amsterdam Brooklyn Manhattan Hollywood York Francisco Angeles Vegas Diego
        America Canada Mexico England Britain Scotland Ireland France Germany Italy Spain Portugal Japan China India Thailand Vietnam Korea Russia Australia Africa Asia Europe Egypt Kenya Brazil Israel Greece Switzerland Sweden Norway Denmark Netherlands Texas California Florida Hawaii Alaska Washington Oregon Colorado Nevada Arizona Virginia USA UK NYC
        American Canadian Mexican English British Scottish Irish French German Italian Spanish Portuguese Japanese Chinese Indian Thai Vietnamese Korean Russian Australian African Asian European Egyptian Greek Swiss Swedish Hispanic Caucasian Dutch Turkish Arabic Hebrew Hawaiian Christian Victorian Jewish Muslim
        Christmas Halloween Easter Thanksgiving Valentine's Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December
        Bob John Mary James Mike Tom Dave David Steve George Michael Jack Joe Stephen Peter Paul Jane Sarah Anna Elizabeth Maria Kate Jennifer Robert Andrew Kevin Brian Matthew Jessica Obama Trump Clinton Lincoln Santa Elmo Mickey Batman Superman Spiderman Snoopy Pikachu Yankees Dodgers Giants Mets Cubs Rangers Facebook Twitter YouTube Windows Jesus Buddha
        Labrador Dalmatian Chihuahua Pomeranian Rottweiler Doberman Siamese Persian Clydesdale Holstein
        """;

    /// <summary>Names of persons that a surname can follow.</summary>
    public const string GivenNames = "Bob John Mary James Mike Tom Dave David Steve George Michael Joe Stephen Peter Paul Jane Sarah Anna Elizabeth Maria Kate Jennifer Robert Andrew Kevin Brian Matthew Jessica Mickey Minnie";

    /// <summary>Names that are common words as well, and as such in lower case.</summary>
    public const string CommonNames = "apple china turkey crest giants rangers windows may march crocs cubs jack dole vans polish pearl";

    /// <summary>Words that begin with a vowel's letter and a consonant's sound.</summary>
    public const string ConsonantSound = "one once used useful user usual unicorn uniform union unique unit united university universal unicycle usb utensil ukulele euro european ewe uk usa ups u-turn u";

    /// <summary>Words that begin with a consonant's letter and a vowel's sound.</summary>
    public const string VowelSound = "hour honest honor heir herb hourglass suv lcd led mp3 nfl nba mlb fbi x-ray xbox rv hp html lg m n s f h l r x";

    /// <summary>Places that things are on.</summary>
    public const string OnPlaces = """
        couch sofa table bed chair bench floor ground wall street road sidewalk shelf plate roof hill hillside stove counter countertop desk grass snow sand skateboard surfboard motorcycle bike bicycle horse elephant train bus plane boat ship platform sign
        branch tree-branch fence railing rail ledge windowsill dresser nightstand mat rug carpet towel blanket pillow tray stand cutting-board board track tracks runway tarmac stage court patio porch deck balcony lawn leash head face neck wrist arm shoulder shoulders back hand finger lap feet leg chest
        left right side top bottom bread bun pizza cake cabinet laptop computer tv screen pole post rock rocks stone beam ramp slope mountain trail path highway bridge dock pier island farm stool toilet mantle mantel fireplace cart wagon trailer truck van bookshelf tablecloth napkin paper ceiling clock-tower tower motorbike scooter skis snowboard wave waves stairs steps sheet easel pavement concrete dirt curb corner tree-stump log keyboard placemat hook nose ear ears
        """;

    /// <summary>Places that things are at.</summary>
    public const string AtPlaces = "beach airport zoo station train-station bus-stop museum restaurant intersection stadium party wedding school office home work playground circus gate skatepark counter-top racetrack concert store";

    /// <summary>Places that stand without a preposition.</summary>
    public const string BarePlaces = "outside inside outdoors indoors upstairs downstairs here there nearby everywhere nowhere somewhere overhead underwater downtown underground abroad up down away forward backward backwards left right straight ahead out sideways north south east west";

    /// <summary>Genera: what kind of one it is, is answered by a noun that needs no addition.</summary>
    public const string Genera = "food foods animal animals fruit fruits vegetable vegetables veggie veggies vehicle vehicles room furniture sport sports weather meat building buildings structure drink drinks beverage dessert desserts flower flowers utensil utensils pet pets device devices appliance appliances object objects item items toy toys instrument game games bird birds dog dogs cat cats insect tool tools equipment event place location meal dish activity material fabric wood metal clothing clothes footwear headwear outfit transportation decoration decorations product electronics machine seasoning topping toppings plant plants container liquid facility fish establishment business area scene environment terrain landscape body mammal pastry snack ingredient ingredients garment shape season holiday gesture expression condiment condiments sauce berries sandwich-filling occasion work job profession aircraft accessory accessories creature livestock";

    /// <summary>Garments and vehicles whose name says their genus.</summary>
    public const string Hyponyms = "jeans sneakers sandals boots heels flip-flops flops cleats t-shirt tshirt shirt blouse sweater hoodie jacket coat dress skirt shorts pants suit tuxedo vest cap helmet hat beanie visor fedora sombrero bonnet bandana glasses sunglasses goggles tie bowtie scarf suv sedan van truck convertible jeep taxi limo pickup motorcycle moped scooter bus tram trolley wetsuit bikini swimsuit sweatshirt sweatpants loafers slippers skates backpack purse suitcase briefcase sushi burger hamburger hotdog taco burrito bagel croissant donut cupcake brownie muffin cookie cookies pie laptop iphone smartphone smoothie latte shoes shoe car phone cell-phone";

    /// <summary>What a noun asks for by name, so that the answer takes no article.</summary>
    public const string Named = "name names number numbers word words letter letters brand brands company logo time date year month day language team airline street city country state website phrase text title temperature age price score color colors colour initials symbol message season holiday weather material gender sex relationship nationality ethnicity race breed currency font channel speed percentage height length width distance mood emotion feeling attitude size direction weekday purpose expression condition status position role occupation species theme flavor capacity genre";

    /// <summary>Verbs whose object is quoted.</summary>
    public const string Saying = "say says said saying read reads spell spells mean means called named labeled spelled written state states represent displayed display displays stand";
}
