using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Tests.Sanctions;

public class SanctionTests
{
    private static readonly Sanction Imposed = new(
        new SanctionId("s"), new Subject.Unit(new UnitId("u")), Bars.Honour, Measure.Listing,
        new DayInterval(new(2026, 3, 30), new(2026, 9, 30)));

    [Theory]
    // boundary
    [InlineData("2026-03-29", SanctionStatus.Upcoming)]
    [InlineData("2026-03-30", SanctionStatus.Active)]
    [InlineData("2026-09-30", SanctionStatus.Active)]
    [InlineData("2026-10-01", SanctionStatus.Expired)]
    public void A_sanction_is_active_from_its_first_to_its_last_day(string day, SanctionStatus status) =>
        Assert.Equal(status, Imposed.StatusOn(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-06-01", "2026-03-30/2026-05-31")]
    // boundary
    [InlineData("2026-03-29", null)]
    [InlineData("2026-03-30", null)]
    [InlineData("2026-03-31", "2026-03-30/2026-03-30")]
    [InlineData("2026-09-30", "2026-03-30/2026-09-29")]
    [InlineData("2026-10-01", "2026-03-30/2026-09-30")]
    [InlineData("2026-10-02", "2026-03-30/2026-09-30")]
    public void A_sanction_revoked_from_a_day_bars_until_the_day_before(string on, string? barred) =>
        Assert.Equal(barred, Imposed.TakenBack(new Revocation.FromDate(DateOnly.Parse(on))).Barred?.ToString());

    [Theory]
    // boundary
    [InlineData("2026-03-29", SanctionStatus.Upcoming)]
    [InlineData("2026-05-31", SanctionStatus.Active)]
    [InlineData("2026-06-01", SanctionStatus.Revoked)]
    [InlineData("2026-12-01", SanctionStatus.Revoked)]
    public void A_revoked_sanction_was_active_until_the_day_before(string day, SanctionStatus status) =>
        Assert.Equal(status, Imposed.TakenBack(new Revocation.FromDate(new(2026, 6, 1))).StatusOn(DateOnly.Parse(day)));

    [Fact]
    public void A_void_sanction_was_never_active()
    {
        var @void = Imposed.TakenBack(new Revocation.Void());

        Assert.Null(@void.Barred);
        Assert.Equal(SanctionStatus.Revoked, @void.StatusOn(new(2026, 6, 1)));
    }

    [Fact]
    public void A_sanction_that_had_run_to_its_end_has_expired_whatever_was_revoked_afterwards() =>
        Assert.Equal(SanctionStatus.Expired, Imposed.TakenBack(new Revocation.FromDate(new(2026, 10, 1))).StatusOn(new(2026, 10, 1)));

    [Fact]
    public void Of_two_revocations_the_further_one_counts()
    {
        Revocation may = new Revocation.FromDate(new(2026, 5, 1)), june = new Revocation.FromDate(new(2026, 6, 1)), @void =
            new Revocation.Void();

        Assert.Equal(may, Imposed.TakenBack(may).TakenBack(june).Revocation);
        Assert.Equal(may, Imposed.TakenBack(june).TakenBack(may).Revocation);
        Assert.Equal(@void, Imposed.TakenBack(@void).TakenBack(may).Revocation);
        Assert.Equal(@void, Imposed.TakenBack(may).TakenBack(@void).Revocation);
    }
}
