using Lasco.Research.Datasets;

namespace Lasco.Research.Tests.Datasets;

public class CocoCaptionsTests
{
    [Theory]
    [InlineData("""{"info":{"year":2014},"images":[{"id":9,"file_name":"b.jpg","width":3},{"id":4,"file_name":"a.jpg"},{"id":5,"file_name":"c.jpg"}],"annotations":[{"id":1,"image_id":4,"caption":"A dog."},{"id":2,"image_id":9,"caption":"Un café\n"},{"id":3,"image_id":4,"caption":"Two."}],"licenses":[]}""")]
    [InlineData("""{"annotations":[{"image_id":4,"caption":"A dog."},{"caption":"Un café\n","image_id":9},{"image_id":4,"caption":"Two."}],"images":[{"file_name":"b.jpg","id":9},{"id":4,"file_name":"a.jpg"},{"id":5,"file_name":"c.jpg"}]}""")]
    public void Reads_images_and_captions_in_either_order(string content)
    {
        using var folder = new AnnotationFolder();
        IReadOnlyList<CocoCaptionedImage> images = CocoCaptions.Read(folder.Write("captions_val2014.json", content));
        Assert.Equal([(9L, "b.jpg"), (4L, "a.jpg"), (5L, "c.jpg")], images.Select(image => (image.Id, image.FileName)));
        Assert.Equal(["Un café\n"], images[0].Captions);
        Assert.Equal(["A dog.", "Two."], images[1].Captions);
        Assert.Empty(images[2].Captions);
    }

    [Theory]
    [InlineData("""{"images":[]}""", "line 1, column 1: \"annotations\" is missing")]
    [InlineData("""{"images":[{"id":1,"file_name":"a"},{"file_name":"b","id":1}],"annotations":[]}""", "column 37, image 1: the image 1 is listed twice")]
    [InlineData("{\"images\":[],\n\"annotations\":[\n{\"image_id\":3,\"caption\":\"x\"}]}", "line 3, column 1: the image 3 is not in \"images\"")]
    [InlineData("""{"images":[{"id":1,"file_name":null}],"annotations":[]}""", "image 0, \"file_name\": expected a file name, found null")]
    [InlineData("""{"images":{},"annotations":[]}""", "\"images\": expected a list of images, found an object")]
    public void Refuses_malformed_files(string content, string message)
    {
        using var folder = new AnnotationFolder();
        string path = folder.Write("captions.json", content);
        Assert.Contains(message, Assert.Throws<InputException>(() => CocoCaptions.Read(path)).Message);
    }
}
