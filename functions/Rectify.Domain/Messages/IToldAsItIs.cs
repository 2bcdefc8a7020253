namespace Rectify.Domain.Messages;

/// <summary>A value that is written into a sentence as its own text, the same in every language, such as an id.</summary>
public interface IToldAsItIs;
