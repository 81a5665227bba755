# frozen_string_literal: true

require "json"
require_relative 'platform/client'

module Platform
  # Moves the pages of a team to another one.
  class Handover
    PATTERN = %r{\A/teams/(?<team>[a-z-]+)/}
    KINDS = %w[how-to reference tutorial].freeze

    attr_reader :from, :to

    def initialize(from:, to:, client: Client.new)
      @from, @to, @client = from, to, client
    end

    def run!(dry: false)
      pages = @client.pages.select { |page| page.path =~ /#{from}\// && KINDS.include?(page.kind) }
      raise ArgumentError, "nothing to hand over\n" if pages.empty?

      pages.each do |page|
        puts "#{page.path}: #{from} -> #{to}"
        @client.update(page.id, owner: "group:#{to}") unless dry
      end
      notify(<<~TEXT)
        #{pages.size} pages of #{from} are yours now.
      TEXT
    end

    private

    def notify(text) = @client.post(:message, text, channel: '#' + to.to_s)
  end
end
