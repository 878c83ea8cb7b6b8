namespace Suyuan.Silo.Storage;

/// <summary>What became of a file: held from now on, held before, or there was no room for it.</summary>
public enum AttachmentOutcome
{
    Held,
    Known,
    OverQuota,
}
