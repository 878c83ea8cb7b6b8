namespace Suyuan.Samples.Enterprises;

/// <summary>Registers the enterprise and its recorder, files what it is and what it grows, and lets the regulator decide.</summary>
internal static class FilingStep
{
    public static async Task Register(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var enterprise = desk.Enterprise;
        var anybody = new Api(loading.Http);
        var password = loading.Accounts[enterprise.Administrator].Password;
        var known = await anybody.Post(
            "sessions", new { userName = enterprise.Administrator, password }, cancellationToken, "session/wrong-credentials");
        if (!known.Succeeded) await Register(loading, desk, anybody, password, cancellationToken);

        var administrator = await desk.Administrator(cancellationToken);
        await administrator.Put("sessions/current/role", new { role = "enterpriseAdministrator" }, cancellationToken);
        await administrator.Post(
            "accounts",
            new
            {
                userName = enterprise.Recorder, loading.Accounts[enterprise.Recorder].Password, displayName = enterprise.RecorderName,
                roles = new[] { new { role = "recorder", scope = enterprise.CreditCode } },
            },
            cancellationToken,
            "account/user-name-taken");
    }

    public static async Task File(Loading loading, EnterpriseDesk desk, CancellationToken cancellationToken)
    {
        var recorder = await desk.Recorder(cancellationToken);
        var regulator = await loading.As(SampleAccounts.ProductRegulator, cancellationToken);
        foreach (var filing in desk.Enterprise.Filings)
        {
            var answers = await desk.Fill(recorder, filing.Answers, cancellationToken);
            await desk.Make(recorder, $"filing.{filing.Key}", "filings", new { filing.Kind, answers }, cancellationToken);
            var path = $"filings/{desk[$"filing.{filing.Key}"]}";
            if (filing.Fate == "draft" || (await recorder.Get(path, cancellationToken)).Text("state") != "draft") continue;

            await recorder.Put($"{path}/submission", new { }, cancellationToken);
            if (filing.Fate == "returned") await regulator.Put($"{path}/return", new { filing.Opinion }, cancellationToken);
            // Nobody issues for the past; what runs out today is expired from tomorrow on, and stays submitted where midnight came first.
            var lastDay = new { validTo = loading.Times.Deadline(0) };
            if (filing.Fate == "expiring") await regulator.Put($"{path}/issuance", lastDay, cancellationToken, "filing/validity-invalid");
            if (filing.Fate is "issued" or "revoked") await regulator.Put($"{path}/issuance", new { }, cancellationToken);
            if (filing.Fate == "revoked") await regulator.Put($"{path}/revocation", new { reason = filing.Opinion }, cancellationToken);
        }
    }

    // The code that was sent is in the outbox, since nothing here really sends.
    private static async Task Register(
        Loading loading, EnterpriseDesk desk, Api anybody, string password, CancellationToken cancellationToken)
    {
        await anybody.Post("registrations/codes", new { desk.Mobile }, cancellationToken, "registration/code-too-soon");
        var platform = await loading.As(SampleAccounts.Platform, cancellationToken);
        var outbox = await platform.Get($"sms-outbox?mobile={desk.Mobile}", cancellationToken);
        var text = outbox.Body.GetProperty("items")[0].GetProperty("text").GetString()!;
        var code = new string([.. text.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)]);
        await anybody.Post(
            "enterprise-registrations",
            new
            {
                desk.Enterprise.CreditCode, desk.Enterprise.Name, desk.Enterprise.District, desk.Mobile, code,
                userName = desk.Enterprise.Administrator, displayName = desk.Enterprise.Person, password,
            },
            cancellationToken);
    }
}
