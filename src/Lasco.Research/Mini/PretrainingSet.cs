namespace Lasco.Research.Mini;

/// <summary>Images with captions, of solids and of garments, for image-text pre-training: none of them is in the other sets.</summary>
internal static class PretrainingSet
{
    private const int Stream = 4, FirstId = 1_000_000;

    /// <summary>Plans the set.</summary>
    public static MiniSet Plan(int seed, MiniWorldSize size)
    {
        var photographs = new List<Photograph>();
        var documents = new List<Document>();
        PlanSplit("train", 1, FirstId, size.PretrainingTrainImages);
        PlanSplit("val", 2, FirstId + size.PretrainingTrainImages, size.PretrainingValImages);
        return new MiniSet("pretrain", Stream, photographs, documents);

        void PlanSplit(string split, int stream, int firstId, int count)
        {
            var images = new List<(int, IReadOnlyList<string>)>(count);
            for (int i = 0; i < count; i++)
            {
                var random = new SplitMix64(seed, Stream, stream, i);
                string path = $"pretrain/{split}2014/{CocoJson.FileName(split, firstId + i)}";
                if (random.Chance(0.7))
                {
                    Scene scene = SceneSampler.Draw(random);
                    photographs.Add(new Photograph(path, light => SceneRenderer.Render(scene, size.Resolution, light)));
                    images.Add((firstId + i, SceneCaption.Several(scene, random)));
                }
                else
                {
                    Garment garment = Garment.Draw(random.Pick<Category>(), random);
                    photographs.Add(new Photograph(path, light => GarmentRenderer.Render(garment, size.Resolution, light)));
                    images.Add((firstId + i, GarmentCaption.Several(garment, random)));
                }
            }

            documents.Add(new Document($"pretrain/captions_{split}2014.json", json => CocoJson.Captions(json, split, size.Resolution, images)));
        }
    }
}
