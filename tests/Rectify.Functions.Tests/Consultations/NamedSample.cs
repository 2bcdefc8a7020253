using Rectify.Functions.Tests.Journeys;

namespace Rectify.Functions.Tests.Consultations;

/// <summary>Persons beside those of every journey: two of one name in two units, one who is alone.</summary>
internal static class NamedSample
{
    public static readonly string[] Keys =
    [
        "--Access:Keys:0:Name", "组织部", "--Access:Keys:0:Role", "consulting", "--Access:Keys:0:Key", "cadres-key-of-the-tests",
        "--Access:Keys:1:Name", "文明办", "--Access:Keys:1:Role", "consulting", "--Access:Keys:1:Key", "honours-key-of-the-tests",
        "--Access:Keys:2:Name", "领导", "--Access:Keys:2:Role", "reader", "--Access:Keys:2:Key", "reader-key-of-the-tests",
    ];

    /// <summary>
    /// A list as it is pasted: by name, by name and unit, two who may be meant, one by id, one who is unknown, one twice.
    /// </summary>
    public const string List =
        "姓名\t单位\n张三\t瓯北街道\n王伟\t\n王 伟\t桥头镇\nofficial:o-1\t\n王小二\t桥头镇\n张　三\t\n";

    extension(App app)
    {
        public async Task RegisterNamedAsync()
        {
            await app.PutAsync("/api/units/yj-qiaotou", new
            {
                name = "桥头镇",
                kind = "locality",
                level = "township",
                liaison = new { name = "李联络", email = "liaison@qiaotou.example" },
            });
            await app.PutPersonAsync("p-1", "张三", "yj-oubei", "科员");
            await app.PutPersonAsync("p-2", "王伟", "yj-oubei", "党工委副书记");
            await app.PutPersonAsync("p-3", "王伟", "yj-qiaotou", "镇长");
        }

        public Task PutPersonAsync(string id, string name, string unitId, string post) => app.PutAsync(
            $"/api/officials/{id}", new { name, email = $"{id}@x.example", unitId, post, role = "other", from = "2024-01-01" });
    }
}
