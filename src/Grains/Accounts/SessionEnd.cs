namespace Suyuan.Accounts;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>The user signed out (退出).</summary>
    SignedOut,

    /// <summary>A refresh token was used twice.</summary>
    RefreshReused,

    /// <summary>The password was changed after it began.</summary>
    PasswordChanged,

    /// <summary>The acting role was taken from the account.</summary>
    RoleLost,
}
