namespace Rectify.Functions.Board.Forms;

/// <summary>The problems that a form can meet, in Chinese. <c>{day0}</c> is the first day that the problem names, <c>{number0}</c> the first number.</summary>
internal static class ProblemTable
{
    /// <summary>The first row of a name whose pattern is found in the problem counts.</summary>
    public static IReadOnlyList<ProblemRow> Rows { get; } =
    [
        // what cannot be read
        new("malformed", "^line [0-9]+: as many cells", "第 {number0} 行的单元格应与首行的列一样多，为 {number1} 个，现有 {number2} 个。"),
        new("malformed", "^line [0-9]+: a cell with a quotation mark", "第 {number0} 行的引号不成对，或单元格过长（最多 {number1} 个字）。"),
        new("malformed", "^line 1: the first line names", "首行应为列名；文件是空的。"),
        new("malformed", "^line 1: .* Known are", "首行的列名不对：有不认识的、重复的或缺少的列。列名见下。"),
        new("malformed", "UTF-8 or GB 18030", "文件不是 UTF-8 或 GB 18030 编码的文本。"),
        new("malformed", "is missing|is not null", "请填写此项。"),
        new("malformed", "holds a character", "含有无法保存的字符。"),
        new("malformed", "exactly one of", "月数、日数、工作日数和届满日，须填写其中一项，且只填一项。"),
        new("malformed", "whole number", "请填写整数。"),
        new("malformed", "1 to [0-9]+ months", "期限为 {number0} 至 {number1} 个月，填写的是 {number2}。"),
        new("malformed", "1 to [0-9]+ days", "期限为 {number0} 至 {number1} 日，填写的是 {number2}。"),
        new("malformed", "1 to [0-9]+ working", "期限为 {number0} 至 {number1} 个工作日，填写的是 {number2}。"),
        new("malformed", "date is", "日期不存在，或写法不对（年-月-日）。"),
        new("malformed", "(?i)one of|is not a member", "请从所列各项中选择。"),
        new("malformed", null, "无法读取，请检查后重新填写。"),
        new("malformed-form", null, "提交的表单不完整，无法读取。请返回后重新提交。"),
        new("not-a-form", null, "提交的内容不是表单。"),
        new("body-too-large", null, "提交的内容过大，最多 {number0} 字节。"),
        new("form-not-issued", null, "表单不是在本次登录中打开的，或已过期。请返回重新打开。"),

        // texts and lists
        new("text-length", "got none", "请填写，最多 {number1} 个字。"),
        new("text-length", null, "最多 {number1} 个字，已填写 {number2} 个。"),
        new("goals-count", null, "整改目标为 {number0} 至 {number1} 项，验收时逐项核对；填写了 {number2} 项。"),
        new("evidence-count", null, "证明材料最多 {number0} 份，填写了 {number1} 份。"),
        new("malformed-uri", null, "请填写以 http:// 或 https:// 开头的完整网址。"),
        new("malformed-digest", null, "SHA-256 为 64 位十六进制数。"),
        new("officials-count", null, "最多列明 {number0} 人，现有 {number1} 人。"),

        new("subject-count", null, "对象为 {number0} 至 {number1} 个，现有 {number2} 个。"),
        new("subjects-refused", "named once", "“{text0}”重复。"),
        new("subjects-refused", "a person is promoted", "晋职晋级只适用于人员，单位不能按此用途征求意见。"),
        new("subjects-refused", "an id has", "编号为 1 至 64 个字母、数字、点、下划线或连字符。"),
        new("unknown-subjects", null, "台账中没有“{text0}”；查无此对象不得视为无限制，本次未作答复。"),

        // rows of a table
        new("too-many-rows", null, "最多 {number0} 行，现有 {number1} 行；请分批导入，先单位，后人员。"),
        new("row-rejected", "^1 to [0-9]+ characters", "请填写，最多 {number1} 个字。"),
        new("row-rejected", "^an id has", "编号为 1 至 64 个字母、数字、点、下划线或连字符。"),
        new("row-rejected", "^an address is", "邮箱写法为 name@domain。"),
        new("row-rejected", "^a date is", "日期不存在，或写法不对（年-月-日）。"),
        new("row-rejected", "^each id once", "编号重复：第 {number0} 行已有。"),
        new("row-rejected", "^a unit in the register", "单位台账中没有这个单位；先导入单位，后导入人员。"),
        new("row-rejected", "^another unit, in the register", "单位台账和本表中都没有这个单位。"),
        new("row-rejected", "be above itself", "上级单位不能是本单位，也不能绕回本单位。"),
        new("row-rejected", "be its own successor", "承继单位不能是本单位，也不能绕回本单位。"),
        new("row-rejected", "^on or after the first day", "离任日期不早于任职日期{day0}。"),
        new("row-rejected", "^one of", "请填写所列名称之一，中文或英文。"),

        // register and rulebooks
        new("malformed-id", null, "编号为 1 至 64 个字母、数字、点、下划线或连字符，填写的是“{text0}”。"),
        new("malformed-email", null, "邮箱写法为 name@domain，填写的是“{text0}”。"),
        new("term-backwards", null, "离任日期不早于任职日期{day0}，填写的是{day1}。"),
        new("unknown-unit", "be above itself", "上级单位不能是本单位，也不能绕回本单位。"),
        new("unknown-unit", "be its own successor", "承继单位不能是本单位，也不能绕回本单位。"),
        new("unknown-unit", null, "单位台账中没有编号为“{text0}”的单位。"),
        new("unknown-official", null, "人员台账中没有编号为“{text0}”的人员。"),
        new("no-leaders", null, "该日人员台账中没有担任应受限制职务的干部，请另行选定；确无此类人员的，选“另行选定”且不勾选。"),
        new("unknown-rulebook", null, "没有这一规则版本。"),
        new("no-rulebook", null, "{day0}没有施行中的规则。"),
        new("rulebook-not-in-force", null, "所选规则在{day0}不施行。"),
        new("role-not-sanctioned", null, "所选责任中有不受限制的责任类型，请改选责任或去掉该人员。"),
        new("official-named-twice", null, "同一人员只能列明一次。"),
        new("document-number-taken", null, "文号已被其他案件使用。"),
        new("idempotency-key-reused", null, "此表单已提交过，内容与本次不同。已提交的仍然有效；确需另行办理的，请核对后再次提交。"),

        // the notice of a year
        new("calendar-refused", "does not lie in", "{day0}不在这一年。"),
        new("calendar-refused", "stands twice", "{day0}重复。"),
        new("calendar-refused", "a make-up working day is a Saturday", "{day0}不是周六或周日，不能调休上班。"),
        new("calendar-refused", "a make-up working day is not", "{day0}已列为放假，不能同时调休上班。"),
        new("calendar-refused", "a notice has days off", "请填写放假的日期。"),
        new("calendar-refused", "off by law", "缺少法定节假日：{day0}等。"),

        // days
        new("before-calendar", null, "工作日历自{day0}起，填写的是{day1}。"),
        new("listing-date-out-of-range", null, "挂牌日期应在{day0}至{day1}之间，填写的是{day2}。"),
        new("issue-date-out-of-range", null, "日期应在{day0}至{day1}之间，填写的是{day2}。"),
        new("deadline-before-issue", null, "届满日应在通报或约谈日期{day0}之后，填写的是{day1}。"),
        new("received-before-listing", null, "收到日期不早于挂牌日期{day0}，填写的是{day1}。"),
        new("no-deadline", null, "该期限无法计算出届满日。"),
        new("deadline-before-listing", null, "届满日应在挂牌日期{day0}之后，填写的是{day1}。"),
        new("deadline-too-far", "rectification period", "整改期限最长 {number0} 个月，至{day0}；现为{day1}。"),
        new("deadline-too-far", null, "新期限最迟为今天（{day0}）之后 {number0} 个月，填写的是{day1}。"),
        new("deadline-in-the-past", "The period ends", "期限在{day0}届满，今天是{day1}：应留出整改时间。"),
        new("deadline-in-the-past", null, "新期限应在今天（{day0}）之后，填写的是{day1}。"),
        new("date-out-of-range", "^A revocation", "撤销生效日应在{day0}至今天（{day1}）之间，填写的是{day2}。"),
        new("date-out-of-range", "^A decision lies on or after", "决定日期不早于两个年度均被评定不合格之日{day0}，填写的是{day1}。"),
        new("date-out-of-range", "^(The|A) decision", "决定日期应在{day0}至今天（{day1}）之间，填写的是{day2}。"),
        new("date-out-of-range", "^The event", "事件日期不晚于决定日期{day0}，填写的是{day1}。"),
        new("date-out-of-range", null, "日期应在{day0}至今天（{day1}）之间，填写的是{day2}。"),
        new("not-listed-yet", null, "挂牌日期{day0}尚未到，期限还没有开始计算，不能中止。"),
        new("event-date", null, "因造成特别严重危害的，须填写事件日期，自该日起算；其他情形不填。"),
        new("nothing-left-of-the-veto", null, "一票否决自事件日期{day0}起算，至{day1}止，在决定日期{day2}之前已经届满。"),

        // the ladder
        new("rung-not-used", null, "所用规则没有这一措施。"),
        new("nobody-called", null, "约谈至少列明一名被约谈的干部。"),
        new("unknown-case", null, "台账中没有之前的案件。"),
        new("not-a-lower-rung", null, "之前的案件应为通报或约谈；挂牌督办逾期的，在其本案中一票否决。"),
        new("not-the-same-unit", null, "之前的案件属于其他单位。"),
        new("not-a-higher-rung", null, "应高于之前的案件的措施。"),
        new("before-predecessor", null, "日期{day0}早于之前的案件的日期{day1}。"),
        new("has-successor", null, "之前的案件已经升级。"),
        new("rung-passed-over", null, "所选措施越过了应予的下一措施，程度不够。"),
        new("still-running", null, "之前的案件期限至{day0}，程度不够，不能提前升级。"),
        new("nothing-to-follow", null, "之前的案件没有需要升级的结果。"),
        new("not-a-release", null, "通报和约谈验收合格的，没有解除通知书，不填文号。"),
        // what a form of the interface leaves open
        new("continue-needs-date", null, "继续挂牌督办的，须填写新的届满日；其他情形不填。"),
        new("passed-not-failed", null, "验收合格的，不选择逾期处理方式。"),
        new("failed-not-numbered", null, "验收不合格的，没有摘牌通知，不填文号。"),
        new("period-form", null, "延长的期限和新的届满日，须填写其中一项，且只填一项。"),
        new("void-has-no-date", null, "自始无效的，不填写生效日期。"),
        new("sanction-id", null, "请选择要撤销的单项限制。"),
        new("unknown-sanction", null, "本案没有这一项限制。"),

        // the state of the case and the limits of the rulebook
        new("extension-not-allowed", null, "本案适用的规则不允许延长期限。"),
        new("extension-limit", "per case", "本案适用的规则最多延长 {number0} 次，已延长 {number1} 次。"),
        new("extension-limit", null, "最多延长 {number0} 个月，至{day0}；现为{day1}。"),
        new("extension-backwards", "moves the deadline", "延长后的届满日应晚于{day0}，现为{day1}。"),
        new("extension-backwards", null, "延长后的届满日应晚于原期限。"),
        new("deadline-passed", null, "期限已于{day0}届满，不能再延长。"),
        new("wrong-state", null, "案件目前的状态不允许此操作。"),
        new("nothing-to-confirm", null, "一票否决尚待决定，应决定“予以否决”或“不予否决”。"),
        new("veto-in-force", null, "一票否决自{day0}起生效，只能确认，或者以撤销收回。"),
        new("veto-decided", "was decided on", "一票否决已于{day0}决定，无需再确认。"),
        new("veto-decided", null, "对后果已有决定或验收结论，须以撤销收回，不能补录报告。"),
        new("nothing-to-revoke", "has no measure", "本案没有这一措施。"),
        new("nothing-to-revoke", null, "已撤销或已期满，没有可以再解除的日子。"),
        new("nothing-to-correct", null, "更正须给出与现有内容不同的事实、人员或文号。"),
        new("direct-veto-not-allowed", null, "所用规则没有不经挂牌直接否决的规定。"),
        new("not-a-direct-veto", null, "逾期未达标的一票否决在其挂牌案件中作出。"),
        new("assessment-veto-not-known", null, "所用规则没有因考核不合格一票否决的规定。"),
        new("no-two-failed-years", null, "考核台账中没有该单位连续两个年度不合格的结果，请先登记考核结果。"),
        new("veto-for-years-stands", null, "{number0}、{number1}年度已有一票否决案件（{text0}）。"),
        new("assessment-year", null, "考核年度为 {number0} 至 {number1} 年。"),
        new("cycle-year", null, "年度为 {number0} 至 {number1} 年，以四位数字表示。"),
        new("decided-on-needed", null, "考核结果有变，须填写认定日期。"),
        new("reason-needed", null, "已有登记，更正或撤回须说明理由。"),
        new("no-assessments", null, "本案不是因考核不合格立案的。"),
        new("case-exists", null, "案件已经立案。"),
        new("case-unknown", null, "没有这个案件。"),
        new("not-found", null, "没有这个案件。"),
        new("another-units-case", null, "案件属于其他单位。"),
    ];
}

/// <summary>A problem in Chinese.</summary>
/// <param name="Name">The last part of its type.</param>
/// <param name="When">A pattern in its English detail, where one name covers several; null for any.</param>
/// <param name="Chinese">The sentence.</param>
internal sealed record ProblemRow(string Name, string? When, string Chinese);
