namespace Rectify.Office.Matching;

/// <summary>What speaks for a candidate, and what against.</summary>
public enum Sign
{
    /// <summary>The id is the candidate's.</summary>
    Id,

    /// <summary>The name is the same, but for spaces, width, case, dots and brackets.</summary>
    Name,

    /// <summary>The name is the same in simplified characters.</summary>
    NameInOtherScript,

    /// <summary>The name is the same but for an addition in brackets.</summary>
    NameButForAddition,

    /// <summary>The text is the end of the unit's name.</summary>
    EndOfName,

    /// <summary>The unit is the candidate's now.</summary>
    Unit,

    /// <summary>The unit was the candidate's before, or will be.</summary>
    UnitAtOtherTime,

    /// <summary>The text is the end of the name of one of the candidate's units.</summary>
    EndOfUnit,

    /// <summary>The unit took the place of the candidate's, or the other way round.</summary>
    UnitInSuccession,

    /// <summary>The post is the candidate's now.</summary>
    Post,

    /// <summary>The post was the candidate's before, or will be.</summary>
    PostAtOtherTime,

    /// <summary>The text is the end of one of the candidate's posts, or the other way round.</summary>
    EndOfPost,

    /// <summary>The unit is none of the candidate's. Whoever has such a sign is never matched without a choice.</summary>
    OtherUnit,

    /// <summary>The post is none of the candidate's.</summary>
    OtherPost,

    /// <summary>The name is not that of the id.</summary>
    OtherName,

    /// <summary>The id of the row is not in the register.</summary>
    UnknownId,

    /// <summary>The unit was merged or renamed: another one took its place.</summary>
    Succeeded,
}

/// <summary>What signs weigh.</summary>
internal static class SignWeights
{
    /// <summary>Points for the order of the candidates; they decide nothing.</summary>
    public static int Points(Sign sign) => sign switch
    {
        Sign.Id => 100,
        Sign.Name => 60,
        Sign.NameInOtherScript => 45,
        Sign.NameButForAddition => 40,
        Sign.EndOfName => 30,
        Sign.Unit => 30,
        Sign.UnitAtOtherTime => 20,
        Sign.EndOfUnit => 15,
        Sign.UnitInSuccession => 10,
        Sign.Post => 10,
        Sign.PostAtOtherTime => 6,
        Sign.EndOfPost => 4,
        Sign.OtherUnit => -30,
        Sign.OtherPost => -10,
        Sign.OtherName => -60,
        Sign.UnknownId => -20,
        Sign.Succeeded => -5,
        _ => throw new System.Diagnostics.UnreachableException(sign.ToString()),
    };

    /// <summary>Whether a candidate with this sign has to be chosen by a person.</summary>
    public static bool NeedsChoice(this Sign sign) => sign is Sign.NameButForAddition or Sign.EndOfName or Sign.UnitInSuccession
        or Sign.OtherUnit or Sign.OtherPost or Sign.OtherName or Sign.UnknownId or Sign.Succeeded;
}
