namespace Suyuan.GinLines;

/// <summary>Kinds of message that a gin line takes.</summary>
public enum LineMessageKind
{
    Scan,
    Bale,
    Finish,
    Reopen,
}
