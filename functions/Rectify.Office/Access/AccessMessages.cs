using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Access;

/// <summary>The messages that say why a caller is refused.</summary>
public static class AccessMessages
{
    public static readonly MessageCode KeyNeeded = new(
        "unauthenticated",
        "Send a known key in the header x-functions-key, or sign in.",
        "请在请求头 x-functions-key 中提供有效的密钥，或者登录。");

    public static readonly MessageCode AnotherSite = new(
        "another-site", "A signed-in browser sends changes from this site's own pages.", "已登录的浏览器只能从本站页面提交更改。");

    public static readonly MessageCode<Message, string, string> Forbidden = new(
        "forbidden", "{0} may not call {1} {2}.", "{0}不能调用 {1} {2}。");

    public static readonly MessageCode WithoutRole = new("forbidden.no-role", "A sign-in without a role", "没有角色的登录");

    public static readonly MessageCode<string> OfRole = new("forbidden.role", "The role {0}", "角色 {0} ");

    public static readonly MessageCode<string, UnitId?, UnitId> AnotherUnit = new(
        "another-units-case", "The key {0} speaks for the unit {1}, not for {2}.", "案件属于其他单位：密钥“{0}”代表单位 {1}，不代表 {2}。");

    public static readonly MessageCode TooManyWrongKeys = new(
        "too-many-wrong-keys",
        "Too many wrong keys came from this address. Wait as long as Retry-After says; a right key is taken at any time.",
        "此地址送来的错误密钥过多。请按 Retry-After 所示时间等待；正确的密钥随时有效。");

    public static readonly MessageCode SignInElsewhere = new(
        "another-site.sign-in", "Sign in on this site's own page.", "请求来自其他网站，未予办理。请在本站页面上登录。");
}
