using Lasco.Research.Roaming;
using Lasco.Research.Roaming.Rules;

namespace Lasco.Research.Tests.Roaming.Rules;

public class CountsAndNamesTests
{
    /// <summary>A question, its answer and the accepted texts, a pair a line.</summary>
    private const string Accepted = """
        Are at least two dogs brown? | yes | At least two dogs are brown / At least two dogs should be brown
        Are more than two people here? | yes | More than two people are here / More than two people should be here
        Are neither of the dogs sleeping? | yes | Neither of the dogs is sleeping / Neither of the dogs should be sleeping
        Are neither of the dogs sleeping? | no | One of the dogs is sleeping / One of the dogs should be sleeping
        Are none of the dogs sleeping? | no | Some of the dogs are sleeping / Some of the dogs should be sleeping
        Are one of the cats sleeping? | yes | One of the cats is sleeping / One of the cats should be sleeping
        Are one of the cats sleeping? | no | One of the cats is not sleeping / One of the cats should not be sleeping
        Are one of the men tall? | yes | One of the men is tall / One of the men should be tall
        Are one of the men tall? | no | One of the men is not tall / One of the men should not be tall
        Are the dog sleeping? | yes | The dog is sleeping / The dog should be sleeping
        Are the dog sleeping? | no | The dog is not sleeping / The dog should not be sleeping
        Are there an even number of dogs? | no | There are not an even number of dogs / There should not be an even number of dogs
        Are there clouds in sky? | yes | There are clouds in the sky / There should be clouds in the sky
        Are there many people there? | no | There are not many people there / There should not be many people there
        Are there no people? | no | There are some people / There should be some people
        Are there not any people? | yes | There are some people / There should be some people / Add some people
        Are they male or female? | both | They are both male and female / They should be both male and female
        Are this a good photo? | yes | This is a good photo / This should be a good photo
        Are this a good photo? | no | This is not a good photo / This should not be a good photo
        Can you see through the window? | yes | You can see through the window / You should be able to see through the window
        Can you see through the window? | no | You cannot see through the window / You should not be able to see through the window
        Do either of the dogs have a collar? | yes | One of the dogs has a collar / One of the dogs should have a collar
        Do either of the dogs have a collar? | no | Neither of the dogs has a collar / Neither of the dogs should have a collar
        Does the dog have no tail? | yes | The dog has no tail / The dog should have no tail
        Does the dog have no tail? | no | The dog has a tail / The dog should have a tail
        Does the man have any more food? | yes | The man has more food / The man should have more food
        Does the man's shoes match? | yes | The man's shoes match / The man's shoes should match
        Does the man's shoes match? | no | The man's shoes do not match / The man's shoes should not match
        Does the men have hats? | no | The men do not have hats / The men should not have hats
        Has anyone ever sat here? | yes | Someone has sat here / Someone should have sat here
        Has anyone ever sat in this chair? | yes | Someone has sat in this chair / Someone should have sat in this chair
        Has he hit the ball yet? | yes | He has hit the ball / He should have hit the ball
        Has the leaves fallen? | yes | The leaves have fallen / The leaves should have fallen
        Has the leaves fallen? | no | The leaves have not fallen / The leaves should not have fallen
        How are the bananas stored? | bunches | The bananas are stored in bunches / The bananas should be stored in bunches
        How are the bananas stored? | box | The bananas are stored in a box / The bananas should be stored in a box
        How are the boats powered? | motor | The boats are powered by a motor / The boats should be powered by a motor
        How are the boats powered? | wind | The boats are powered by wind / The boats should be powered by wind
        How are the boats powered? | sails | The boats are powered by sails / The boats should be powered by sails
        How are the boats powered? | engine | The boats are powered by an engine / The boats should be powered by an engine
        How are the flowers arranged? | vase | The flowers are arranged in a vase / The flowers should be arranged in a vase
        How are the flowers arranged? | row | The flowers are arranged in a row / The flowers should be arranged in a row
        How are the people traveling? | by train | The people are traveling by train / The people should be traveling by train
        How are the people traveling? | skis | The people are traveling on skis / The people should be traveling on skis
        How are the people traveling? | horse | The people are traveling on a horse / The people should be traveling on a horse
        How are the people traveling? | motorcycle | The people are traveling by motorcycle / The people should be traveling by motorcycle
        How are the people traveling? | walking | The people are traveling by walking / The people should be traveling by walking
        How are the people traveling? | elephants | The people are traveling on elephants / The people should be traveling on elephants
        How big is the pizza? | 12 inches | The pizza is 12 inches / The pizza should be 12 inches
        How big is the pizza? | 12 inch | The pizza is 12 inches / The pizza should be 12 inches
        How busy is the street? | not very | The street is not very busy / The street should not be very busy
        How busy is the street? | not busy | The street is not busy / The street should not be busy
        How clean is the room? | not clean | The room is not clean / The room should not be clean
        How cold is it? | freezing | It is freezing / It should be freezing
        How crowded is the beach? | not very | The beach is not very crowded / The beach should not be very crowded
        How deep is the water? | not very | The water is not very deep / The water should not be very deep
        How deep is the water? | knee deep | The water is knee deep / The water should be knee deep
        How deep is the water? | waist deep | The water is waist deep / The water should be waist deep
        How far are they from shore? | far | They are far from shore / They should be far from shore
        How far are they from shore? | 10 feet | They are 10 feet away from shore / They should be 10 feet away from shore
        How far are they from shore? | not far | They are not far from shore / They should not be far from shore
        How far are they from shore? | 1 mile | They are 1 mile away from shore / They should be 1 mile away from shore
        How far away is the mountain? | 5 miles | The mountain is 5 miles away / The mountain should be 5 miles away
        How far away is the mountain? | far | The mountain is far / The mountain should be far
        How far away is the mountain? | very far | The mountain is very far / The mountain should be very far
        How far away is the mountain? | not far | The mountain is not far / The mountain should not be far
        How far is the train from the platform? | 2 feet | The train is 2 feet away from the platform / The train should be 2 feet away from the platform
        How high is the man jumping? | high | The man is jumping high / The man should be jumping high
        How is the ball moving? | rolling | The ball is moving by rolling / The ball should be moving by rolling
        How is the cat laying? | on back | The cat is laying on its back / The cat should be laying on its back
        How is the man getting around? | skateboard | The man is getting around on a skateboard / The man should be getting around on a skateboard
        How is the man holding the racket? | with both hands | The man is holding the racket with both hands / The man should be holding the racket with both hands
        How is the man holding the racket? | both hands | The man is holding the racket with both hands / The man should be holding the racket with both hands
        How is the man holding the racket? | 2 hands | The man is holding the racket with 2 hands / The man should be holding the racket with 2 hands
        How is the man holding the racket? | right hand | The man is holding the racket with the right hand / The man should be holding the racket with the right hand
        How is the man's hair styled? | mohawk | The man's hair is styled in a mohawk / The man's hair should be styled in a mohawk
        How is the man's hair styled? | ponytail | The man's hair is styled in a ponytail / The man's hair should be styled in a ponytail
        How is the pizza cut? | slices | The pizza is cut into slices / The pizza should be cut into slices
        How is the pizza cut? | in slices | The pizza is cut in slices / The pizza should be cut in slices
        How is the pizza cut? | squares | The pizza is cut into squares / The pizza should be cut into squares
        How is the pizza cut? | into slices | The pizza is cut into slices / The pizza should be cut into slices
        How is the room decorated? | with flowers | The room is decorated with flowers / The room should be decorated with flowers
        How is the room decorated? | christmas | The room is decorated for Christmas / The room should be decorated for Christmas
        How is the sandwich cut? | half | The sandwich is cut in half / The sandwich should be cut in half
        How is the sandwich cut? | diagonally | The sandwich is cut diagonally / The sandwich should be cut diagonally
        How is the sandwich cut? | triangles | The sandwich is cut into triangles / The sandwich should be cut into triangles
        How is the traffic? | light | The traffic is light / The traffic should be light
        How is the train powered? | electricity | The train is powered by electricity / The train should be powered by electricity
        How is the train powered? | steam | The train is powered by steam / The train should be powered by steam
        How is the train powered? | coal | The train is powered by coal / The train should be powered by coal
        How is the train powered? | diesel | The train is powered by diesel / The train should be powered by diesel
        How is the weather? | rain | The weather is rainy / The weather should be rainy
        How is the weather? | snow | The weather is snowy / The weather should be snowy
        How is the weather? | cold | The weather is cold / The weather should be cold
        How is the woman sitting? | cross legged | The woman is sitting cross legged / The woman should be sitting cross legged
        How large is the television? | 42 inches | The television is 42 inches / The television should be 42 inches
        How long have they been married? | long time | They have been married for a long time / They should have been married for a long time
        How long have they been married? | 5 years | They have been married for 5 years / They should have been married for 5 years
        How long is the bench? | 6' | The bench is 6 feet long / The bench should be 6 feet long
        How long is the man's hair? | shoulder length | The man's hair is shoulder length / The man's hair should be shoulder length
        How many TVs are in the room? | 1 | There is one tv in the room / There should be one tv in the room / Show one tv in the room
        How many animals are there in the picture, if any? | 2 | There are two animals in the picture / There should be two animals in the picture / Show two animals in the picture
        How many are sitting? | 2 | Two are sitting / Two should be sitting
        How many are sitting? | 1 | One is sitting / One should be sitting
        How many are wearing hats? | 2 | Two are wearing hats / Two should be wearing hats
        How many are wearing hats? | 1 | One is wearing hats / One should be wearing hats
        How many bus's are there? | 2 | There are two buses / There should be two buses / Show two buses
        How many cats are there on the couch, 1 or 2? | 1 | There is one cat on the couch / There should be one cat on the couch / Show one cat on the couch
        How many cats are there on the couch, 1 or 2? | 2 | There are two cats on the couch / There should be two cats on the couch / Show two cats on the couch
        How many does he have? | 2 | He has two / He should have two
        How many does he have? | 1 | He has one / He should have one
        How many dog are there? | 2 | There are two dogs / There should be two dogs / Show two dogs
        How many dogs are sleeping? | both | Both dogs are sleeping / Both dogs should be sleeping
        How many dogs are sleeping? | all of them | All of the dogs are sleeping / All of the dogs should be sleeping
        How many dogs are sleeping? | none of them | None of the dogs are sleeping / None of the dogs should be sleeping
        How many dogs are sleeping? | 2 of them | Two of the dogs are sleeping / Two of the dogs should be sleeping
        How many dogs are sleeping? | most of them | Most of the dogs are sleeping / Most of the dogs should be sleeping
        How many dogs are sleeping? | all | All of the dogs are sleeping / All of the dogs should be sleeping
        How many fingers is he holding up? | 2 | He is holding two fingers up / He should be holding two fingers up
        How many giraffes are standing up? | 2 | There are two giraffes standing up / Two giraffes are standing up / Two giraffes should be standing up
        How many men are wearing ties? | both | Both men are wearing ties / Both men should be wearing ties
        How many of these people are wearing red? | 1 | One of these people is wearing red / One of these people should be wearing red
        How many of these people are wearing red? | 2 | Two of these people are wearing red / Two of these people should be wearing red
        How many people are in the photo? | no people | There are no people in the photo / There should be no people in the photo
        How many people are not wearing a hat? | 1 | One person is not wearing a hat / One person should not be wearing a hat
        How many people are not wearing a hat? | 2 | Two people are not wearing a hat / Two people should not be wearing a hat
        How many people are wearing glasses? | 2 | There are two people wearing glasses / Two people are wearing glasses / Two people should be wearing glasses
        How many pillows on bed? | 2 | There are two pillows on the bed / There should be two pillows on the bed / Show two pillows on the bed
        How many pillows on bed? | 1 | There is one pillow on the bed / There should be one pillow on the bed / Show one pillow on the bed
        How many pillows on bed? | 4 | There are four pillows on the bed / There should be four pillows on the bed / Show four pillows on the bed
        How many players are on the field? | 1 | There is one player on the field / There should be one player on the field / Show one player on the field
        How many stories tall is the building? | 1 | The building is one story tall / The building should be one story tall
        How much does the dog weigh? | lot | The dog weighs a lot / The dog should weigh a lot
        How much hair does the man have? | not much | The man does not have much hair / The man should not have much hair
        How much luggage does she have? | 2 bags | She has 2 bags of luggage / She should have 2 bags of luggage
        How much milk is in the glass? | half a cup | There is half a cup of milk in the glass / There should be half a cup of milk in the glass / Show half a cup of milk in the glass
        How much money is on the table? | $20 | There is $20 on the table / There should be $20 on the table / Show $20 on the table
        How much of the sky is visible? | none | None of the sky is visible / None of the sky should be visible
        How much of the sky is visible? | half | Half of the sky is visible / Half of the sky should be visible
        How much of the sky is visible? | all | All of the sky is visible / All of the sky should be visible
        How much pizza is left? | 1 slice | 1 slice of pizza is left / 1 slice of pizza should be left
        How much pizza is left? | 2 slices | 2 slices of pizza are left / 2 slices of pizza should be left
        How much pizza is left? | all of it | All of the pizza is left / All of the pizza should be left
        How much pizza is left? | none | No pizza is left / No pizza should be left
        How much snow is on the ground? | 2 inches | There are 2 inches of snow on the ground / There should be 2 inches of snow on the ground / Show 2 inches of snow on the ground
        How much snow is on the ground? | not much | There is not much snow on the ground / There should not be much snow on the ground
        How often do they brush? | twice a day | They brush twice a day / They should brush twice a day
        How old is the man? | 20s | The man is in his 20s / The man should be in his 20s
        How old is the man? | 30's | The man is in his 30s / The man should be in his 30s
        How old is the man? | elderly | The man is elderly / The man should be elderly
        How old is the woman? | 20s | The woman is in her 20s / The woman should be in her 20s
        How old is the woman? | 40's | The woman is in her 40s / The woman should be in her 40s
        How old is the woman? | mid 30s | The woman is in her mid 30s / The woman should be in her mid 30s
        How old is the woman? | early 20s | The woman is in her early 20s / The woman should be in her early 20s
        How old is this picture? | old | This picture is old / This picture should be old
        How old is this picture? | 50 years | This picture is 50 years old / This picture should be 50 years old
        How old is this picture? | very old | This picture is very old / This picture should be very old
        How old is this picture? | new | This picture is new / This picture should be new
        How ripe are the bananas? | not ripe | The bananas are not ripe / The bananas should not be ripe
        How tall is the man? | 6' | The man is 6 feet tall / The man should be 6 feet tall
        How tall is the man? | 5'10 | The man is 5 feet 10 inches tall / The man should be 5 feet 10 inches tall
        How was this photo taken? | black and white | This photo was taken in black and white / This photo should have been taken in black and white
        Is a hour hand visible? | yes | An hour hand is visible / An hour hand should be visible
        Is a hour hand visible? | no | An hour hand is not visible / An hour hand should not be visible
        Is at least one person smiling? | yes | At least one person is smiling / At least one person should be smiling
        Is exactly one dog black? | yes | Exactly one dog is black / Exactly one dog should be black
        Is he standing on one or two feet? | one | He is standing on one foot / He should be standing on one foot
        Is he standing on one or two feet? | 1 | He is standing on 1 foot / He should be standing on 1 foot
        Is he wearing glasses or a hat? | glasses | He is wearing glasses / He should be wearing glasses
        Is he wearing glasses or a hat? | hat | He is wearing a hat / He should be wearing a hat
        Is it a 8 year old? | yes | It is an 8 year old / It should be an 8 year old
        Is it a 8 year old? | no | It is not an 8 year old / It should not be an 8 year old
        Is it a old car or a new car? | old | It is an old car / It should be an old car
        Is it a sheep, goat, or a cow? | sheep | It is a sheep / It should be a sheep
        Is it a sheep, goat, or a cow? | goat | It is a goat / It should be a goat
        Is it a sheep, goat, or a cow? | cow | It is a cow / It should be a cow
        Is it a train or bus station? | train | It is a train station / It should be a train station
        Is it an one way street? | yes | It is a one way street / It should be a one way street
        Is it an one way street? | no | It is not a one way street / It should not be a one way street
        Is it early or late in the day? | late | It is late in the day / It should be late in the day
        Is mary jane in the picture? | yes | Mary Jane is in the picture / Mary Jane should be in the picture
        Is mary jane in the picture? | no | Mary Jane is not in the picture / Mary Jane should not be in the picture
        Is neither dog sleeping? | no | One of the dogs is sleeping / One of the dogs should be sleeping
        Is no one on the bench? | no | Someone is on the bench / Someone should be on the bench
        Is nothing on the plate? | no | Something is on the plate / Something should be on the plate
        Is only one person wearing a hat? | yes | Only one person is wearing a hat / Only one person should be wearing a hat
        Is that a umbrella? | yes | That is an umbrella / That should be an umbrella
        Is that a umbrella? | no | That is not an umbrella / That should not be an umbrella
        Is the batter left handed or right handed? | left | The batter is left handed / The batter should be left handed
        Is the batter left handed or right handed? | right | The batter is right handed / The batter should be right handed
        Is the batter left handed or right handed? | right handed | The batter is right handed / The batter should be right handed
        Is the boy not wearing a shirt? | yes | The boy is not wearing a shirt / The boy should not be wearing a shirt
        Is the boy not wearing a shirt? | no | The boy is wearing a shirt / The boy should be wearing a shirt
        Is the car parked on left or right? | left | The car is parked on the left / The car should be parked on the left
        Is the car parked on left or right? | right | The car is parked on the right / The car should be parked on the right
        Is the cat's eyes yellow? | no | The cat's eyes are not yellow / The cat's eyes should not be yellow
        Is the dogs sleeping? | yes | The dogs are sleeping / The dogs should be sleeping
        Is the dogs sleeping? | no | The dogs are not sleeping / The dogs should not be sleeping
        Is the elephant a adult? | yes | The elephant is an adult / The elephant should be an adult
        Is the elephant a adult? | no | The elephant is not an adult / The elephant should not be an adult
        Is the glass full or half full? | half full | The glass is half full / The glass should be half full
        Is the glass half full or half empty? | half full | The glass is half full / The glass should be half full
        Is the glass half full or half empty? | half empty | The glass is half empty / The glass should be half empty
        Is the lamp on table? | no | The lamp is not on the table / The lamp should not be on the table
        Is the man not happy? | yes | The man is not happy / The man should not be happy
        Is the man on bike wearing a helmet? | yes | The man on the bike is wearing a helmet / The man on the bike should be wearing a helmet
        Is the man on bike wearing a helmet? | no | The man on the bike is not wearing a helmet / The man on the bike should not be wearing a helmet
        Is the man on left wearing a hat? | yes | The man on the left is wearing a hat / The man on the left should be wearing a hat
        Is the man on left wearing a hat? | no | The man on the left is not wearing a hat / The man on the left should not be wearing a hat
        Is the man sitting, standing or lying down? | sitting | The man is sitting / The man should be sitting
        Is the man sitting, standing or lying down? | lying down | The man is lying down / The man should be lying down
        Is the man sitting, standing or lying down? | lying | The man is lying / The man should be lying
        Is the man wearing a hat, sunglasses, or a scarf? | hat | The man is wearing a hat / The man should be wearing a hat
        Is the man wearing a hat, sunglasses, or a scarf? | scarf | The man is wearing a scarf / The man should be wearing a scarf
        Is the man wearing a hat, sunglasses, or a scarf? | sunglasses | The man is wearing sunglasses / The man should be wearing sunglasses
        Is the man wearing a hat, sunglasses, or both? | both | The man is wearing both a hat and sunglasses / The man should be wearing both a hat and sunglasses
        Is the man's glasses broken? | no | The man's glasses are not broken / The man's glasses should not be broken
        Is the people happy? | no | The people are not happy / The people should not be happy
        Is the person on skateboard? | no | The person is not on the skateboard / The person should not be on the skateboard
        Is the photo black and white or color? | black and white | The photo is black and white / The photo should be black and white
        Is the woman on bed? | no | The woman is not on the bed / The woman should not be on the bed
        Is there a atm? | yes | There is an atm / There should be an atm / Add an atm
        Is there a boy or girl in the picture? | both | There is both a boy and girl in the picture / There should be both a boy and girl in the picture
        Is there a dog in background? | yes | There is a dog in the background / There should be a dog in the background / Add a dog in the background
        Is there a hour hand? | yes | There is an hour hand / There should be an hour hand / Add an hour hand
        Is there a suv? | yes | There is an suv / There should be an suv / Add an suv
        Is there a unusual object here? | yes | There is an unusual object here / There should be an unusual object here / Add an unusual object here
        Is there an European flag? | yes | There is a European flag / There should be a European flag / Add a European flag
        Is there an dog? | yes | There is a dog / There should be a dog / Add a dog
        Is there an union jack? | yes | There is a union jack / There should be a union jack / Add a union jack
        Is there any more? | yes | There is more / There should be more
        Is there any more?  | yes | There is more / There should be more
        Is there anything on the table? | nothing | There is nothing on the table / There should be nothing on the table
        Is there nobody in the room? | no | There is someone in the room / There should be someone in the room
        Is there one dog or two? | one | There is one dog / There should be one dog
        Is there the bus in front? | yes | The bus is in front / The bus should be in front
        Is there the bus in front? | no | The bus is not in front / The bus should not be in front
        Is this a NBA game? | yes | This is an NBA game / This should be an NBA game
        Is this a NBA game? | no | This is not an NBA game / This should not be an NBA game
        Is this a bathroom or a kitchen? | neither | This is neither a bathroom nor a kitchen / This should be neither a bathroom nor a kitchen
        Is this a honest man? | yes | This is an honest man / This should be an honest man
        Is this a honest man? | no | This is not an honest man / This should not be an honest man
        Is this a man or a woman? | neither | This is neither a man nor a woman / This should be neither a man nor a woman
        Is this a old train? | yes | This is an old train / This should be an old train
        Is this a old train? | no | This is not an old train / This should not be an old train
        Is this a real or a toy train? | real | This is a real train / This should be a real train
        Is this a tennis or baseball game? | tennis | This is a tennis game / This should be a tennis game
        Is this a tennis or baseball game? | baseball | This is a baseball game / This should be a baseball game
        Is this a very tall or very short man? | tall | This is a very tall man / This should be a very tall man
        Is this a very tall or very short man? | very short | This is a very short man / This should be a very short man
        Is this an police car? | yes | This is a police car / This should be a police car
        Is this an police car? | no | This is not a police car / This should not be a police car
        Is this in USA? | yes | This is in the USA / This should be in the USA
        Is this in USA? | no | This is not in the USA / This should not be in the USA
        Is this in usa? | yes | This is in the USA / This should be in the USA
        Is this in usa? | no | This is not in the USA / This should not be in the USA
        Is this photo from today or a long time ago? | long time ago | This photo is from a long time ago / This photo should be from a long time ago
        Is this train moving or is it stopped? | moving | This train is moving / This train should be moving
        Is this train moving or is it stopped? | stopped | This train is stopped / This train should be stopped
        Must the cars stop? | no | The cars need not stop / The cars do not have to stop
        Must the man wear a helmet? | no | The man need not wear a helmet / The man does not have to wear a helmet
        What is the woman holding? | glass of wine | The woman is holding a glass of wine / The woman should be holding a glass of wine
        What is the woman holding? | wii remote | The woman is holding a Wii remote / The woman should be holding a Wii remote
        What is the woman holding? | cell phone | The woman is holding a cell phone / The woman should be holding a cell phone
        Who wrote the book? | jk rowling | JK Rowling wrote the book
        Who wrote the book? | stephen king | Stephen King wrote the book
        """;

    private static readonly RuleRephraser Rules = new();

    [Fact]
    public void How_many_how_yes_no_and_either_or_say_what_the_answer_says()
    {
        var wrong = new List<string>();
        string[] lines = Accepted.Split('\n', StringSplitOptions.TrimEntries);
        Assert.True(lines.Length >= 200, $"{lines.Length} pairs");
        foreach (string line in lines)
        {
            string[] parts = line.Split(" | ");
            IReadOnlyList<string> texts = Rules.Phrasings(new QuestionAnswer(parts[0], parts[1]));
            if (texts.Count == 0 || texts.Except(parts[2].Split(" / ")).Any())
                wrong.Add($"{parts[0]} [{parts[1]}]: {string.Join(" / ", texts)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("How many dogs are there?", "all", "UnfitAnswer")]
    [InlineData("How many dogs are there?", "half", "UnfitAnswer")]
    [InlineData("How much milk is in the glass?", "half", "UnfitAnswer")]
    [InlineData("How much money is on the table?", "20", "UnfitAnswer")]
    [InlineData("How much time is left?", "10", "UnfitAnswer")]
    [InlineData("How many people are there and what are they doing?", "2", "NotUnderstood")]
    [InlineData("How fast is the car going?", "not moving", "UnfitAnswer")]
    [InlineData("Is only one person wearing a hat?", "no", "NoGrammaticalForm")]
    [InlineData("Is there no smoking here?", "no", "NoGrammaticalForm")]
    [InlineData("Is the sign in English or Spanish?", "other", "UnfitAnswer")]
    [InlineData("Need the man wear a helmet?", "yes", "NotUnderstood")]
    [InlineData("Is the number of dogs greater than three?", "yes", "NotUnderstood")]
    [InlineData("How did the snow get there?", "it snowed", "UnfitAnswer")]
    [InlineData("How is the train powered?", "electric", "UnfitAnswer")]
    [InlineData("Are there any animals?", "2", "UnfitAnswer")]
    public void What_would_be_said_wrongly_is_refused(string question, string answer, string refusal) =>
        Assert.Equal(Enum.Parse<Refusal>(refusal), RuleRephraser.Phrase(new QuestionAnswer(question, answer), out _));

    [Theory]
    [InlineData("Is this a old train?", "yes", "a old")]
    [InlineData("What company owns the plane?", "delta", "A delta")]
    [InlineData("What are the initials on the plate?", "ab", "an ab")]
    [InlineData("What is the shape of the table?", "round", "a round")]
    [InlineData("Is the car parked on left?", "yes", "on left")]
    [InlineData("Where was this taken?", "in usa", "in USA")]
    [InlineData("Where was this taken?", "in china", "china")]
    [InlineData("What is the man holding?", "glass of wine", "holding glass")]
    [InlineData("Is nothing on the table?", "no", "is not on")]
    [InlineData("Are there any more?", "yes", "any")]
    [InlineData("How far is the camera from the man?", "5 feet", "from the man 5 feet")]
    [InlineData("How old is the man?", "20s", "years old")]
    [InlineData("How is the pizza cut?", "slices", "with slices")]
    public void Texts_do_not_contain(string question, string answer, string garbled)
    {
        IReadOnlyList<string> texts = Rules.Phrasings(new QuestionAnswer(question, answer));
        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => text.Contains(garbled, StringComparison.Ordinal));
    }
}
