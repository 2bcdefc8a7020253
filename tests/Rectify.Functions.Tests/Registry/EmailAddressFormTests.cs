using Rectify.Mail;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Registry;

public class EmailAddressFormTests
{
    public static TheoryData<string> Longest =>
        [$"{new string('a', 64)}@example.org", $"a@{string.Join('.', Enumerable.Repeat(new string('b', 61), 4))}.cn"];

    public static TheoryData<string> TooLong =>
        [
            $"{new string('a', 65)}@example.org", $"a@{new string('b', 64)}.cn",
            $"a@{string.Join('.', Enumerable.Repeat(new string('b', 62), 4))}.cn",
        ];

    [Theory]
    [InlineData("w@example.org")]
    [InlineData("first.last+list@sub.example.org")]
    [InlineData("o'brien_1@example")]
    [InlineData("1234@qq.com")]
    [InlineData("wang@例子.中国")]
    [MemberData(nameof(Longest))]
    public void A_plain_mailbox_is_taken_and_can_be_written_to(string address)
    {
        Assert.Null(EmailAddressForm.Refuse("email", address));
        Assert.Equal(address, MailAddress.Of(new Recipient("王", address)).Address);
    }

    [Fact]
    public void A_domain_may_be_given_in_its_ascii_form() => Assert.Null(EmailAddressForm.Refuse("email", "wang@xn--fsqu00a.xn--fiqs8s"));

    [Theory]
    [InlineData("w\u200B@example.org")]
    [InlineData("w@exam\u200Bple.org")]
    [InlineData("w@example\u3002org")]
    [InlineData("w@example..org")]
    [InlineData(".w@example.org")]
    [InlineData("w.@example.org")]
    [InlineData("w w@example.org")]
    [InlineData("\"w w\"@example.org")]
    [InlineData("w(comment)@example.org")]
    [InlineData("王@example.org")]
    [InlineData("ｗ@example.org")]
    [InlineData("w@[127.0.0.1]")]
    [InlineData("w@-example.org")]
    [InlineData("w@example_.org")]
    [InlineData("W <w@example.org>")]
    [InlineData("w@example.org, v@example.org")]
    [InlineData("w@v@example.org")]
    [InlineData("w")]
    [InlineData("@example.org")]
    [InlineData("w@")]
    [MemberData(nameof(TooLong))]
    public void Anything_else_is_refused_and_named(string address)
    {
        Assert.Contains(address, EmailAddressForm.Refuse("email", address)!.Detail.ToString(), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => MailAddress.Of(new Recipient("王", address)));
    }
}
