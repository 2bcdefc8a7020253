using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Notices;

public class MessageIdTests
{
    // python3 -c "import hashlib,uuid; n=uuid.UUID('5a1f3d52-8a0e-5c3b-9d0b-7e1f6c2a4b90');
    // d=bytearray(hashlib.sha256(n.bytes+b'c-2026-0003.0005.reminder.cdd4495f').digest()[:16]); d[6]=d[6]&15|0x80; d[8]=d[8]&63|0x80;
    // print(uuid.UUID(bytes=bytes(d)))"
    [Fact]
    public void It_is_the_uuid_of_version_8_that_others_compute_too() =>
        Assert.Equal(new Guid("d4bc30ad-476c-8ae0-978b-7e90471bd702"), MessageId.Of(new NoticeId("c-2026-0003.0005.reminder.cdd4495f")));

    [Fact]
    public void One_mail_has_one_and_another_mail_another()
    {
        var ids = CaseStories.Told.SelectMany(story => story.Mails()).Select(mail => mail.Id).Distinct().ToList();

        Assert.Equal(ids.Count, ids.Select(MessageId.Of).Distinct().Count());
        Assert.Equal(ids.Select(MessageId.Of), ids.Select(MessageId.Of));
        Assert.All(ids,
            id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", MessageId.Of(id).ToString()));
    }
}
