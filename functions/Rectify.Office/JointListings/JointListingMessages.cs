using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.JointListings;

/// <summary>The messages that say why a document that lists several units is refused.</summary>
public static class JointListingMessages
{
    public static readonly MessageCode<int, int, int> UnitsCount = new(
        "units-count", "{0} to {1} units; got {2}. A listing of one unit alone is opened by itself.",
        "同一文件列 {0} 至 {1} 个单位，现有 {2} 个；只列一个单位的，单独挂牌督办。");

    public static readonly MessageCode<UnitId, int> UnitTwice = new(
        "unit-twice", "each unit once; \"{0}\" is entry {1} already.", "单位“{0}”与第 {1} 个单位重复。");
}
