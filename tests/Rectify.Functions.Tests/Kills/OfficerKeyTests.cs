using Rectify.Office.Access;
using Rectify.Storage.Sqlite.Access;

namespace Rectify.Functions.Tests.Kills;

public class OfficerKeyTests
{
    [Fact]
    public void A_start_that_is_lost_while_it_shows_the_key_shows_another_the_next_time()
    {
        var folder = Directory.CreateTempSubdirectory("rectify-key-");
        try
        {
            var file = new SqliteOfficerKey(folder.FullName);
            Assert.Throws<IOException>(() => file.CreateIfMissing(_ => throw new IOException("lost")));
            Assert.Null(file.ReadHash());

            var shown = new List<string>();
            file.CreateIfMissing(shown.Add);
            file.CreateIfMissing(shown.Add);
            Assert.Equal(KeyHash.Of(Assert.Single(shown)), file.ReadHash());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
